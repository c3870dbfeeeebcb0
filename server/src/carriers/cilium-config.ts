import { editYaml } from '../edits/edit-yaml.ts';
import type { ChartReference, SettingsLayer } from '../facts/settings.ts';
import { isKnownAgentFlag } from '../knowledge/recognition.ts';
import { itemsAt, knownText, mapAt, nodeAt, stringAt } from '../yaml/navigate.ts';
import type { Span, YamlDocument, YamlNode } from '../yaml/node.ts';
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
  const { root } = document;
  const isCiliumConfig =
    stringAt(root, ['kind']) === 'ConfigMap' && stringAt(root, ['metadata', 'name']) === 'cilium-config';
  const data = isCiliumConfig ? mapAt(root, ['data']) : undefined;
  if (data === undefined) return [];
  const { settings, open } = flattenSettings(data);
  if (!settings.some((setting) => isKnownAgentFlag(setting.path[0] ?? ''))) return [];
  const version = renderedVersion(root, stream);
  return [
    {
      kind: 'settings',
      carrier: 'cilium-config',
      dialect: 'agent',
      chart: { name: 'cilium', ...(version === undefined ? {} : { version }) },
      address: { document: document.index, path: ['data'] },
      span: data.span,
      settings,
      open,
    },
  ];
}

/** The version that was rendered: from the ConfigMap's own labels, else from the agent's image in the same file. */
function renderedVersion(
  root: YamlNode | undefined,
  stream: readonly YamlDocument[],
): ChartReference['version'] {
  const label = nodeAt(root, ['metadata', 'labels', 'app.kubernetes.io/version']);
  const labelText = knownText(label);
  if (typeof label !== 'string' && labelText !== undefined) return { text: labelText, span: label.span };
  return stream.map(agentImage).find((image) => image !== undefined);
}

/** The image of the agent, with its tag. */
export const agentImageName = /(?:^|\/)cilium(?:-ci)?:v?\d/;

function agentImage({ root }: YamlDocument): { readonly text: string; readonly span: Span } | undefined {
  return itemsAt(root, ['spec', 'template', 'spec', 'containers'])
    .flatMap((container) => {
      const image = nodeAt(container, ['image']);
      const text = knownText(image);
      return typeof image === 'string' || text === undefined ? [] : [{ text, span: image.span }];
    })
    .find(({ text }) => agentImageName.test(text));
}
