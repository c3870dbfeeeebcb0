import type { PodSelector, PolicyPeer } from '../../facts/policy.ts';
import { knownText, mapAt, nodeAt, type ResolvedNode } from '../../yaml/navigate.ts';
import type { MapNode } from '../../yaml/node.ts';
import { textAt } from '../objects.ts';
import { listAt } from './lists.ts';
import { endpointSelector, selectorOf } from './selectors.ts';

/** The keys by which a rule of Cilium names its peers. */
export const peerKeys = {
  ingress: ['fromEndpoints', 'fromCIDR', 'fromCIDRSet', 'fromEntities', 'fromGroups', 'fromNodes'],
  egress: [
    'toEndpoints',
    'toCIDR',
    'toCIDRSet',
    'toEntities',
    'toServices',
    'toFQDNs',
    'toGroups',
    'toNodes',
  ],
} as const;

/** The peers of a rule; absent where it names none. A list that is there and empty is told apart by versions only. */
export function ciliumPeers(
  rule: MapNode,
  direction: 'ingress' | 'egress',
  home: PodSelector['namespaces'],
): readonly PolicyPeer[] | undefined {
  const peers = peerKeys[direction].flatMap((key): readonly (readonly PolicyPeer[])[] => {
    const list = listAt(rule, key);
    if (list.kind === 'absent') return [];
    if (list.kind === 'unknown' || list.items.length === 0) return [[{ kind: 'unknown' }]];
    const own = list.items.map((item) => peerOf(key, item, home));
    return [list.open ? [...own, { kind: 'unknown' }] : own];
  });
  return peers.length === 0 ? undefined : peers.flat();
}

type PeerKey = (typeof peerKeys)['ingress' | 'egress'][number];

function peerOf(key: PeerKey, item: ResolvedNode, home: PodSelector['namespaces']): PolicyPeer {
  switch (key) {
    case 'fromEndpoints':
    case 'toEndpoints':
      return { kind: 'pods', selector: endpointSelector(selectorOf(item), home) };
    case 'fromCIDR':
    case 'toCIDR': {
      const cidr = knownText(item);
      return cidr === undefined ? { kind: 'unknown' } : { kind: 'cidr', cidr, except: [] };
    }
    case 'fromCIDRSet':
    case 'toCIDRSet':
      return cidrOf(item);
    case 'fromEntities':
    case 'toEntities': {
      const entity = knownText(item);
      return entity === undefined ? { kind: 'unknown' } : { kind: 'entity', entity };
    }
    case 'toServices':
      return serviceOf(item);
    case 'toFQDNs':
      return { kind: 'names' };
    case 'fromGroups':
    case 'toGroups':
    case 'fromNodes':
    case 'toNodes':
      return { kind: 'unknown' };
  }
}

function cidrOf(item: ResolvedNode): PolicyPeer {
  const map = item.kind === 'map' ? item : undefined;
  const cidr = textAt(map, 'cidr');
  const except = listAt(map, 'except');
  const texts = except.kind === 'list' ? except.items.map(knownText) : [];
  const isReadable =
    map?.open === false && except.kind !== 'unknown' && !(except.kind === 'list' && except.open);
  if (cidr === undefined || !isReadable || texts.includes(undefined)) return { kind: 'unknown' };
  return { kind: 'cidr', cidr, except: texts.filter((text) => text !== undefined) };
}

function serviceOf(item: ResolvedNode): PolicyPeer {
  const service = mapAt(item, ['k8sService']);
  const name = textAt(service, 'serviceName');
  if (name === undefined) return { kind: 'unknown' };
  return { kind: 'service', name, namespace: knownText(nodeAt(service, ['namespace'])) };
}
