import type {
  HttpRequest,
  Layer7Rules,
  PolicyDirection,
  PolicyPort,
  PolicyRule,
  PolicySpec,
  PolicySubject,
  PodSelector,
  PortList,
} from '../../facts/policy.ts';
import {
  effectiveEntries,
  keyName,
  knownText,
  mapAt,
  nodeAt,
  scalarOf,
  type ResolvedNode,
} from '../../yaml/navigate.ts';
import type { KeyPath, MapNode } from '../../yaml/node.ts';
import { ciliumPeers, peerKeys } from './cilium-peers.ts';
import { isEmpty, listAt, type Listed } from './lists.ts';
import { policyPort } from './ports.ts';
import { endpointSelector, everything, selectorAt, unreadable } from './selectors.ts';
import { subjectSpan } from './subject.ts';

/**
 * A spec of a policy of Cilium (https://docs.cilium.io/en/stable/security/policy/).
 *
 * @param path the keys from the root of the object to the spec
 */
export function ciliumSpec(spec: MapNode, path: KeyPath, isClusterwide: boolean): PolicySpec {
  const home: PodSelector['namespaces'] = isClusterwide ? everything : 'own';
  return {
    subject: subjectOf(spec, isClusterwide),
    ingress: directionOf(spec, 'ingress', path, home),
    egress: directionOf(spec, 'egress', path, home),
    path,
    span: subjectSpan(spec, ['endpointSelector', 'nodeSelector']),
  };
}

/** A policy of a namespace is for its pods whatever its selector says of namespaces. */
function subjectOf(spec: MapNode, isClusterwide: boolean): PolicySubject {
  if (selectorAt(spec, 'nodeSelector') !== undefined) return { kind: 'nodes' };
  const labels = selectorAt(spec, 'endpointSelector') ?? unreadable;
  const selector = endpointSelector(labels, isClusterwide ? everything : 'own');
  return { kind: 'pods', selector: isClusterwide ? selector : { ...selector, namespaces: 'own' } };
}

type Direction = 'ingress' | 'egress';

function directionOf(
  spec: MapNode,
  direction: Direction,
  path: KeyPath,
  home: PodSelector['namespaces'],
): PolicyDirection {
  const allows = listAt(spec, direction);
  const denies = listAt(spec, `${direction}Deny`);
  const rulesOf = (list: Listed, key: string): readonly PolicyRule[] =>
    list.kind === 'list'
      ? list.items.map((item, at) => ruleOf(item, direction, [...path, key, String(at)], home))
      : [];
  const rules = rulesOf(allows, direction);
  const denyRules = rulesOf(denies, `${direction}Deny`);
  const open = [allows, denies].some(
    (list) => list.kind === 'unknown' || (list.kind === 'list' && list.open),
  );
  // A list without rules is as good as none: `ingress: []` refuses nothing, `ingress: [{}]` everything.
  const isolates = rules.length + denyRules.length > 0 ? 'yes' : open ? 'unknown' : 'no';
  return {
    isolates,
    enableDefaultDeny: switchAt(spec, direction),
    rules,
    denies: denyRules,
    open,
  };
}

function switchAt(spec: MapNode, direction: Direction): PolicyDirection['enableDefaultDeny'] {
  const found = nodeAt(spec, ['enableDefaultDeny', direction]);
  if (found === 'absent') return undefined;
  const value = scalarOf(found);
  if (value === null) return undefined;
  return typeof value === 'boolean' ? value : 'unknown';
}

function ruleOf(
  item: ResolvedNode,
  direction: Direction,
  path: KeyPath,
  home: PodSelector['namespaces'],
): PolicyRule {
  const map = item.kind === 'map' ? item : undefined;
  const ports = portListsOf(map, path);
  const peers = map === undefined ? [] : ciliumPeers(map, direction, home);
  // Ports without peers are for everybody; without either, a rule is for nobody.
  const isForAll = peers === undefined && ports !== undefined;
  return {
    peers: isForAll ? 'any' : (peers ?? []),
    ports: ports ?? 'any',
    isNarrowed: map === undefined || map.open || narrows(map),
    path,
    span: item.span,
  };
}

/** Parts that make a rule hold in some cases only, or that are not known here. */
function narrows(rule: MapNode): boolean {
  const known: readonly string[] = [...peerKeys.ingress, ...peerKeys.egress, 'toPorts', 'icmps'];
  return effectiveEntries(rule).some(({ key }) => !known.includes(keyName(key)));
}

function portListsOf(rule: MapNode | undefined, path: KeyPath): readonly PortList[] | undefined {
  const lists = listAt(rule, 'toPorts');
  const icmps = listAt(rule, 'icmps');
  if (isEmpty(lists) && isEmpty(icmps)) return undefined;
  const span = rule?.span ?? { start: 0, end: 0 };
  return [
    ...(lists.kind === 'list'
      ? lists.items.map((item, at) => portListOf(item, [...path, 'toPorts', String(at), 'ports']))
      : []),
    ...(isEmpty(icmps) ? [] : [only({ protocol: 'ICMP', port: { kind: 'unknown' }, span })]),
    ...(lists.kind === 'unknown' || (lists.kind === 'list' && lists.open)
      ? [only({ protocol: 'unknown', port: { kind: 'unknown' }, span })]
      : []),
  ];
}

function only(port: PolicyPort): PortList {
  return { ports: [port], layer7: [], path: undefined, span: port.span };
}

function portListOf(item: ResolvedNode, path: KeyPath): PortList {
  const map = item.kind === 'map' ? item : undefined;
  const list = listAt(map, 'ports');
  const isOpen =
    map === undefined || map.open || list.kind === 'unknown' || (list.kind === 'list' && list.open);
  const hidden = { protocol: 'unknown', port: { kind: 'unknown' }, span: item.span } as const;
  return {
    ports: [
      ...(list.kind === 'list' ? list.items.map((port) => policyPort(port, 'ANY')) : []),
      ...(isOpen ? [hidden] : []),
    ],
    layer7: layer7Of(mapAt(map, ['rules'])),
    path: list.kind === 'list' ? path : undefined,
    span: list.kind === 'list' ? list.keySpan : item.span,
  };
}

const parsers: ReadonlyMap<string, Layer7Rules['parser']> = new Map([
  ['http', 'http'],
  ['kafka', 'kafka'],
  ['dns', 'dns'],
  ['l7proto', 'l7proto'],
]);

function layer7Of(rules: MapNode | undefined): readonly Layer7Rules[] {
  return rules === undefined
    ? []
    : effectiveEntries(rules).flatMap(({ key }) => {
        const parser = parsers.get(keyName(key));
        const list = listAt(rules, keyName(key));
        // An empty list asks nothing of the traffic.
        if (parser === undefined || isEmpty(list)) return [];
        return [{ parser, requests: parser === 'http' ? requestsIn(list) : undefined, span: key.span }];
      });
}

function requestsIn(list: Listed): readonly HttpRequest[] | undefined {
  if (list.kind !== 'list' || list.open) return undefined;
  const requests = list.items.map(requestOf);
  return requests.every((request) => request !== undefined) ? requests : undefined;
}

function requestOf(item: ResolvedNode): HttpRequest | undefined {
  if (item.kind !== 'map' || item.open) return undefined;
  const texts = effectiveEntries(item).map(({ key, value }) => [keyName(key), knownText(value)] as const);
  const isReadable = texts.every(([key, text]) => ['method', 'path'].includes(key) && text !== undefined);
  const { method, path } = Object.fromEntries<string | undefined>(texts);
  return isReadable ? { method, path } : undefined;
}
