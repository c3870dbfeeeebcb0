import { editYaml } from '../edits/edit-yaml.ts';
import type { Setting, SettingsLayer } from '../facts/settings.ts';
import { effectiveEntries, knownText, keyName, mapAt, nodeAt, resolve, stringAt } from '../yaml/navigate.ts';
import type { YamlDocument, YamlNode } from '../yaml/node.ts';
import type { Carrier } from './carrier.ts';
import { flattenSettings } from './flatten.ts';

/**
 * A CiliumNodeConfig: flags that the agents of some nodes hear in place of the `cilium-config`. What only some nodes hear is
 * unknown for the cluster, unless all others hear the same (https://docs.cilium.io/en/stable/configuration/per-node-config/).
 */
export const ciliumNodeConfigCarrier: Carrier = {
  name: 'cilium-node-config',
  kinds: ['yaml'],
  hints: ['kind: CiliumNodeConfig'],
  read: (file) => file.yaml().documents.flatMap(layerOf),
  write: (text, { document, path }, change) => editYaml(text, { document, base: path }, change),
};

function layerOf({ root, index }: YamlDocument): readonly SettingsLayer[] {
  const isConfig =
    stringAt(root, ['kind']) === 'CiliumNodeConfig' &&
    stringAt(root, ['apiVersion'])?.startsWith('cilium.io/') === true;
  const defaults = isConfig ? mapAt(root, ['spec', 'defaults']) : undefined;
  if (defaults === undefined) return [];
  const { settings, open } = flattenSettings(defaults);
  return [
    {
      kind: 'settings',
      carrier: 'cilium-node-config',
      dialect: 'agent',
      chart: { name: 'cilium' },
      address: { document: index, path: ['spec', 'defaults'] },
      span: defaults.span,
      settings: selectsAllNodes(root) ? settings : settings.map(heardBySome),
      open,
    },
  ];
}

function heardBySome(setting: Setting): Setting {
  const { value } = setting;
  return {
    ...setting,
    value:
      value.kind === 'known'
        ? { kind: 'unknown', onSomeNodes: value.value }
        : { kind: 'unknown', reason: 'substitution' },
  };
}

/** An empty selector, or one for Linux: Cilium runs nowhere else. */
function selectsAllNodes(root: YamlNode | undefined): boolean {
  const found = nodeAt(root, ['spec', 'nodeSelector']);
  const selector = typeof found === 'string' ? undefined : resolve(found);
  if (selector?.kind !== 'map' || selector.open) return false;
  return effectiveEntries(selector).every(({ key, value }) => {
    const labels = resolve(value);
    return (
      keyName(key) === 'matchLabels' &&
      labels?.kind === 'map' &&
      !labels.open &&
      effectiveEntries(labels).every(
        (label) => keyName(label.key) === 'kubernetes.io/os' && knownText(label.value) === 'linux',
      )
    );
  });
}
