import type { LabelSelector } from '../facts/labels.ts';
import {
  mtlsModes,
  type MtlsMode,
  type PeerAuthenticationFact,
  type PlainTextFact,
} from '../facts/mesh-policy.ts';
import type { SourceFile } from '../source/file.ts';
import type { Reader } from '../source/reader.ts';
import { effectiveEntries, itemsAt, keyName, knownText, mapAt, nodeAt, resolve } from '../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlNode } from '../yaml/node.ts';
import { groupOf, marksOf, objectsOf, spanOf, type KubernetesObject } from './objects.ts';
import { podTemplateOf } from './workloads.ts';

/** An annotation for pods: what comes to these ports goes past the sidecar, which then cannot take encryption off. */
const excludedPorts = 'traffic.sidecar.istio.io/excludeInboundPorts';

/** Reads where Istio encrypts calls between workloads, and where it is told not to. */
export const istioSecurityReader: Reader = {
  kinds: ['yaml'],
  hints: ['kind: PeerAuthentication', 'kind: DestinationRule', 'enableAutoMtls', excludedPorts],
  read: (file) => [
    ...objectsOf(file.yaml()).flatMap((object) => [
      ...peerAuthenticationOf(object),
      ...plainTextRuleOf(object),
      ...portsPastSidecarOf(object),
    ]),
    ...automaticMtlsOff(file),
  ],
};

function peerAuthenticationOf(object: KubernetesObject): readonly PeerAuthenticationFact[] {
  if (groupOf(object) !== 'security.istio.io' || object.kind !== 'PeerAuthentication') return [];
  const ports = mapAt(object.root, ['spec', 'portLevelMtls']);
  const portModes = ports === undefined ? [] : effectiveEntries(ports);
  return [
    {
      kind: 'peer-authentication',
      name: object.name ?? '',
      namespace: object.namespace,
      selector: selectorOf(object.root),
      mode: modeAt(object.root, ['spec', 'mtls']),
      portModes: Object.fromEntries(
        portModes.map(({ key, value }) => [keyName(key), modeAt(resolve(value), [])]),
      ),
      portModesOpen: isOpen(object.root, ['spec', 'portLevelMtls']),
      span: object.root.span,
    },
  ];
}

/** An empty selector is as good as none. */
function selectorOf(root: MapNode): LabelSelector | undefined {
  const labels = mapAt(root, ['spec', 'selector', 'matchLabels']);
  const entries = labels === undefined ? [] : effectiveEntries(labels);
  const requirements = entries.flatMap(({ key, value }) => {
    const text = knownText(value);
    return text === undefined ? [] : [{ key: keyName(key), operator: 'In' as const, values: [text] }];
  });
  const open = requirements.length < entries.length || isOpen(root, ['spec', 'selector', 'matchLabels']);
  return requirements.length === 0 && !open ? undefined : { requirements, open };
}

function modeAt(node: YamlNode | undefined, path: KeyPath): MtlsMode | 'unknown' {
  const found = nodeAt(node, [...path, 'mode']);
  if (found === 'absent') return 'UNSET';
  const text = knownText(found);
  return mtlsModes.find((mode) => mode === text) ?? 'unknown';
}

/** Whether a template may decide what stands at a path. */
function isOpen(root: MapNode, path: KeyPath): boolean {
  const found = nodeAt(root, path);
  if (typeof found === 'string') return found === 'unknown';
  const node = resolve(found);
  return node?.kind === 'map' ? node.open : node?.kind === 'scalar' && node.value.kind === 'unknown';
}

/** A DestinationRule that has callers speak plain text, be it for a single port or subset, or by a template. */
function plainTextRuleOf(object: KubernetesObject): readonly PlainTextFact[] {
  if (groupOf(object) !== 'networking.istio.io' || object.kind !== 'DestinationRule') return [];
  const policies = [
    nodeAt(object.root, ['spec', 'trafficPolicy']),
    ...itemsAt(object.root, ['spec', 'subsets']).map((subset) => nodeAt(subset, ['trafficPolicy'])),
  ];
  const isPlain = policies.some((policy) => typeof policy !== 'string' && turnsTlsOff(policy));
  if (!isPlain) return [];
  return [
    {
      kind: 'plain-text-calls',
      name: object.name,
      namespace: namespaceOfHost(knownText(nodeAt(object.root, ['spec', 'host'])), object.namespace),
      span: object.root.span,
    },
  ];
}

function turnsTlsOff(policy: YamlNode): boolean {
  return [policy, ...itemsAt(policy, ['portLevelSettings'])].some((part) => {
    const mode = nodeAt(part, ['tls', 'mode']);
    return mode === 'unknown' || (mode !== 'absent' && ['DISABLE', undefined].includes(knownText(mode)));
  });
}

/** `orders` is of the rule's own namespace, `orders.shop.svc.cluster.local` of `shop`; a wildcard may be of any. */
function namespaceOfHost(host: string | undefined, own: string | undefined): string | undefined {
  if (host === undefined) return undefined;
  const [name, namespace, ...rest] = host.split('.');
  if (namespace === undefined) return name === '*' ? undefined : own;
  return namespace !== '*' && rest[0] === 'svc' ? namespace : undefined;
}

function portsPastSidecarOf(object: KubernetesObject): readonly PlainTextFact[] {
  const mark = marksOf(podTemplateOf(object)?.metadata, 'annotations').get(excludedPorts);
  if (mark === undefined) return [];
  const { name, namespace } = object;
  return [{ kind: 'plain-text-calls', name, namespace, span: spanOf(mark) }];
}

/** `meshConfig.enableAutoMtls`, in whatever carries the configuration of a mesh: anything but true. */
function automaticMtlsOff({ text }: SourceFile): readonly PlainTextFact[] {
  return [...text.matchAll(/^[^#\n]*\benableAutoMtls["']?[ ]*[:=](?![ ]*["']?true)/gm)].map((match) => ({
    kind: 'plain-text-calls',
    name: undefined,
    namespace: undefined,
    span: { start: match.index, end: match.index + match[0].length },
  }));
}
