import { editYaml } from '../edits/edit-yaml.ts';
import type { ChartReference, SettingsLayer } from '../facts/settings.ts';
import { isKnownAgentFlag } from '../knowledge/recognition.ts';
import type { MapNode, ScalarNode, YamlDocument, YamlNode } from '../yaml/node.ts';
import { entryAt, knownText, nodeAt, resolve } from '../yaml/navigate.ts';
import type { Carrier } from './carrier.ts';
import { flattenSettings } from './flatten.ts';

/** The ConfigMap that the agent reads, rendered or written by hand: flat flags with text values below `data`. */
export const ciliumConfigCarrier: Carrier = {
  name: 'cilium-config',
  kinds: ['yaml'],
  hints: ['cilium-config'],
  read: (file) => {
    const { documents } = file.yaml();
    return documents.flatMap((document) => layersOf(document, documents));
  },
  write: (text, { document, path }, change) => editYaml(text, { document, base: path }, change),
};

function layersOf(document: YamlDocument, stream: readonly YamlDocument[]): readonly SettingsLayer[] {
  const root = resolve(document.root);
  if (root?.kind !== 'map' || textAt(root, 'kind') !== 'ConfigMap') return [];
  const metadata = resolve(entryAt(root, 'metadata')?.value);
  const data = resolve(entryAt(root, 'data')?.value);
  if (metadata?.kind !== 'map' || textAt(metadata, 'name') !== 'cilium-config' || data?.kind !== 'map') return [];
  const { settings, open } = flattenSettings(data);
  if (!settings.some((setting) => isKnownAgentFlag(setting.path[0] ?? ''))) return [];
  return [
    {
      kind: 'settings',
      carrier: 'cilium-config',
      dialect: 'agent',
      chart: { name: 'cilium', ...versionOf(metadata, stream) },
      address: { document: document.index, path: ['data'] },
      span: data.span,
      settings,
      open,
    },
  ];
}

/** The version that was rendered: from the ConfigMap's own labels, else from the agent's image in the same file. */
function versionOf(metadata: MapNode, stream: readonly YamlDocument[]): Pick<ChartReference, 'version'> {
  const labels = resolve(entryAt(metadata, 'labels')?.value);
  const label = labels?.kind === 'map' ? entryAt(labels, 'app.kubernetes.io/version')?.value : undefined;
  const text = knownText(label);
  if (label !== undefined && text !== undefined) return { version: { text, span: label.span } };
  const image = stream.map(agentImage).find((found) => found !== undefined);
  return image === undefined ? {} : { version: { text: image.text, span: image.span } };
}

const agentImageName = /(?:^|\/)cilium(?:-ci)?:v?\d/;

function agentImage(document: YamlDocument): ScalarNode | undefined {
  const spec = document.root === undefined ? undefined : nodeAt(document.root, ['spec', 'template', 'spec', 'containers']);
  const containers = spec?.kind === 'sequence' ? spec.items : [];
  return containers.map(imageOf).find((image) => image !== undefined && agentImageName.test(image.text));
}

function imageOf(container: YamlNode): ScalarNode | undefined {
  const map = resolve(container);
  const image = map?.kind === 'map' ? resolve(entryAt(map, 'image')?.value) : undefined;
  return image?.kind === 'scalar' && image.value.kind === 'known' ? image : undefined;
}

function textAt(map: MapNode, key: string): string | undefined {
  return knownText(entryAt(map, key)?.value);
}
