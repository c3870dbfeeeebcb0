import type { MeshSignFact } from '../facts/kubernetes.ts';
import type { Reader } from '../source/reader.ts';
import { parseEmbedded } from '../yaml/embedded.ts';
import { keyName, knownText, nodeAt, resolve } from '../yaml/navigate.ts';
import type { MapEntry, MapNode, ScalarNode, Span, YamlNode } from '../yaml/node.ts';

const captureSwitch = 'ISTIO_META_DNS_CAPTURE';
/** The same for pods in ambient mode, whose lookups no translation leads astray: a sign of the mesh and nothing more. */
const ambientSwitch = 'ambient.istio.io/dns-capture';
/** Deeper than any configuration of a mesh nests. */
const maxDepth = 20;

/**
 * Finds where Istio's sidecars are told to answer DNS themselves, in whichever form the mesh is configured: the switch
 * has the same name in an IstioOperator, in chart values, in a ProxyConfig, in the variables of a container, and in the
 * text of the annotation `proxy.istio.io/config`
 * (https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/).
 */
export const dnsCaptureReader: Reader = {
  kinds: ['yaml'],
  hints: [captureSwitch, ambientSwitch],
  read: ({ text, yaml }) => {
    const source = { text, mentions: [...text.matchAll(mention)].map(({ index }) => index) };
    return yaml().documents.flatMap(({ root }) => (root === undefined ? [] : switchesIn(root, source, 0)));
  },
};

const mention = new RegExp([captureSwitch, ambientSwitch.replaceAll('.', '\\.')].join('|'), 'g');

/** A text, and where it names one of the switches: the rest of it, often a whole mesh in one file, is passed over. */
interface Source {
  readonly text: string;
  readonly mentions: readonly number[];
}

function switchesIn(node: YamlNode, source: Source, depth: number): readonly MeshSignFact[] {
  if (depth > maxDepth || !isMentionedIn(node.span, source)) return [];
  switch (node.kind) {
    case 'sequence':
      return node.items.flatMap((item) => switchesIn(item, source, depth + 1));
    case 'map':
      return [...variable(node), ...node.entries.flatMap((entry) => signsOf(entry, source, depth))];
    case 'scalar':
      return configurationIn(node, source, depth);
    case 'alias':
      return [];
  }
}

function isMentionedIn({ start, end }: Span, { mentions }: Source): boolean {
  return mentions.some((at) => start <= at && at < end);
}

function signsOf(entry: MapEntry, source: Source, depth: number): readonly MeshSignFact[] {
  const { key, value } = entry;
  const isOn = knownText(value) === 'true';
  const span = { start: key.span.start, end: value.span.end };
  if (keyName(key) === captureSwitch) return isOn ? [sign('dns-capture', span)] : [];
  if (keyName(key) === ambientSwitch) return isOn ? [sign(undefined, span)] : [];
  return switchesIn(value, source, depth + 1);
}

/** `{name: ISTIO_META_DNS_CAPTURE, value: "true"}` in a list of variables. */
function variable(map: MapNode): readonly MeshSignFact[] {
  const isOn =
    knownText(nodeAt(map, ['name'])) === captureSwitch && knownText(nodeAt(map, ['value'])) === 'true';
  return isOn ? [sign('dns-capture', map.span)] : [];
}

/** YAML in a text. */
function configurationIn(scalar: ScalarNode, source: Source, depth: number): readonly MeshSignFact[] {
  if (!scalar.text.includes(captureSwitch)) return [];
  const root = resolve(parseEmbedded(source.text, scalar).documents[0]?.root);
  return root?.kind === 'map' ? switchesIn(root, source, depth + 1) : [];
}

function sign(trait: MeshSignFact['trait'], span: Span): MeshSignFact {
  return { kind: 'mesh-sign', mesh: 'istio', trait, span };
}
