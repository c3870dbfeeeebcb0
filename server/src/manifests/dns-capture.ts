import type { MeshSignFact } from '../facts/kubernetes.ts';
import type { Reader } from '../source/reader.ts';
import { keyName, resolve } from '../yaml/navigate.ts';
import type { MapEntry, YamlNode } from '../yaml/node.ts';

const captureSwitch = 'ISTIO_META_DNS_CAPTURE';
/** Deeper than any configuration of a mesh nests. */
const maxDepth = 20;

/**
 * Finds where Istio's sidecars are told to answer DNS themselves, in whichever form the mesh is configured: the switch
 * has the same name in an IstioOperator, in chart values and in a ProxyConfig
 * (https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/).
 */
export const dnsCaptureReader: Reader = {
  kinds: ['yaml'],
  hints: [captureSwitch],
  read: (file) =>
    file.yaml().documents.flatMap(({ root }) => (root === undefined ? [] : switchesIn(root, 0))),
};

function switchesIn(node: YamlNode, depth: number): readonly MeshSignFact[] {
  if (depth > maxDepth || node.kind === 'alias') return [];
  if (node.kind === 'sequence') return node.items.flatMap((item) => switchesIn(item, depth + 1));
  if (node.kind !== 'map') return [];
  return node.entries.flatMap((entry) =>
    isCaptureOn(entry) ? [signAt(entry)] : switchesIn(entry.value, depth + 1),
  );
}

function isCaptureOn({ key, value }: MapEntry): boolean {
  const node = resolve(value);
  return (
    keyName(key) === captureSwitch &&
    node?.kind === 'scalar' &&
    node.value.kind === 'known' &&
    node.text === 'true'
  );
}

function signAt({ key, value }: MapEntry): MeshSignFact {
  return {
    kind: 'mesh-sign',
    mesh: 'istio',
    trait: 'dns-capture',
    span: { start: key.span.start, end: value.span.end },
  };
}
