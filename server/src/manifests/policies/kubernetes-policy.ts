import type { PolicyDirection, PolicyPeer, PolicyRule, PolicySpec, PortList } from '../../facts/policy.ts';
import type { Answer } from '../../knowledge/condition.ts';
import { knownText, mapAt, stringAt, type ResolvedNode } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode } from '../../yaml/node.ts';
import type { KubernetesObject } from '../objects.ts';
import { isEmpty, listAt, type Listed } from './lists.ts';
import { policyPort } from './ports.ts';
import { everything, selectorAt } from './selectors.ts';
import { subjectSpan } from './subject.ts';

const path: KeyPath = ['spec'];

/** The spec of a NetworkPolicy of Kubernetes (https://kubernetes.io/docs/concepts/services-networking/network-policies/). */
export function kubernetesSpec({ root }: KubernetesObject): PolicySpec | undefined {
  const spec = mapAt(root, path);
  if (spec === undefined) return undefined;
  const pods = selectorAt(spec, 'podSelector') ?? everything;
  return {
    subject: { kind: 'pods', selector: { pods, namespaces: 'own' } },
    ingress: directionOf(spec, 'ingress'),
    egress: directionOf(spec, 'egress'),
    path,
    span: subjectSpan(spec, ['podSelector']),
  };
}

function directionOf(spec: MapNode, direction: 'ingress' | 'egress'): PolicyDirection {
  const list = listAt(spec, direction);
  const peersKey = direction === 'ingress' ? 'from' : 'to';
  return {
    isolates: isolationOf(spec, direction, list),
    enableDefaultDeny: undefined,
    rules:
      list.kind === 'list'
        ? list.items.map((item, at) => ruleOf(item, [...path, direction, String(at)], peersKey))
        : [],
    denies: [],
    open: list.kind === 'unknown' || (list.kind === 'list' && list.open),
  };
}

/** Without `policyTypes` a policy is for ingress, and for egress where it has rules for it. */
function isolationOf(spec: MapNode, direction: 'ingress' | 'egress', rules: Listed): Answer {
  const types = listAt(spec, 'policyTypes');
  if (types.kind === 'list' && types.items.length > 0) {
    const names = types.items.map(knownText);
    if (names.includes(direction === 'ingress' ? 'Ingress' : 'Egress')) return 'yes';
    return types.open || names.includes(undefined) ? 'unknown' : 'no';
  }
  if (types.kind === 'unknown' || (types.kind === 'list' && types.open)) return 'unknown';
  if (direction === 'ingress') return 'yes';
  if (rules.kind !== 'list') return rules.kind === 'unknown' ? 'unknown' : 'no';
  return rules.items.length > 0 ? 'yes' : rules.open ? 'unknown' : 'no';
}

function ruleOf(item: ResolvedNode, rulePath: KeyPath, peersKey: 'from' | 'to'): PolicyRule {
  const map = item.kind === 'map' ? item : undefined;
  const peers = listAt(map, peersKey);
  const ports = listAt(map, 'ports');
  return {
    // An empty list says as little as none: everybody, all ports.
    peers: isEmpty(peers) ? 'any' : peersOf(peers),
    ports: isEmpty(ports) ? 'any' : [portListOf(ports, [...rulePath, 'ports'], item)],
    isNarrowed: map === undefined || map.open,
    path: rulePath,
    span: item.span,
  };
}

function peersOf(list: Listed): readonly PolicyPeer[] {
  if (list.kind !== 'list') return [{ kind: 'unknown' }];
  return [...list.items.map(peerOf), ...(list.open ? [{ kind: 'unknown' } as const] : [])];
}

function peerOf(item: ResolvedNode): PolicyPeer {
  if (item.kind !== 'map' || item.open) return { kind: 'unknown' };
  const block = mapAt(item, ['ipBlock']);
  if (block !== undefined) return blockOf(block);
  const pods = selectorAt(item, 'podSelector');
  const namespaces = selectorAt(item, 'namespaceSelector');
  if (pods === undefined && namespaces === undefined) return { kind: 'unknown' };
  return { kind: 'pods', selector: { pods: pods ?? everything, namespaces: namespaces ?? 'own' } };
}

function blockOf(block: MapNode): PolicyPeer {
  const cidr = stringAt(block, ['cidr']);
  const except = listAt(block, 'except');
  const texts = except.kind === 'list' ? except.items.map(knownText) : [];
  const isReadable = except.kind === 'absent' || (except.kind === 'list' && !except.open);
  if (cidr === undefined || !isReadable || texts.includes(undefined)) return { kind: 'unknown' };
  return { kind: 'cidr', cidr, except: texts.filter((text) => text !== undefined) };
}

function portListOf(list: Listed, listPath: KeyPath, rule: ResolvedNode): PortList {
  if (list.kind !== 'list') {
    const { span } = rule;
    return {
      ports: [{ protocol: 'unknown', port: { kind: 'unknown' }, span }],
      layer7: [],
      path: undefined,
      span,
    };
  }
  const hidden = { protocol: 'unknown', port: { kind: 'unknown' }, span: list.keySpan } as const;
  return {
    ports: [...list.items.map((item) => policyPort(item, 'TCP')), ...(list.open ? [hidden] : [])],
    layer7: [],
    path: listPath,
    span: list.keySpan,
  };
}
