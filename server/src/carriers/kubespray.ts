import { refused, type Change, type EditResult } from '../edits/edit.ts';
import { editYaml } from '../edits/edit-yaml.ts';
import type { LayerAddress, SettingsLayer } from '../facts/settings.ts';
import { flagFor, keysOf } from '../knowledge/setting-keys.ts';
import { keysOfTool } from '../knowledge/tools.ts';
import { entryAt, mapAt, nodeAt } from '../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlDocument } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { Carrier } from './carrier.ts';
import { namedAt } from './named.ts';
import { pinnedVersion, restOf, settingsOfTool } from './tool-settings.ts';

/**
 * Variables of an Ansible inventory by which Kubespray installs Cilium, one layer a file. Kubespray lays
 * `cilium_extra_values` over all others (https://kubespray.io/#/docs/CNI/cilium).
 */
export const kubesprayCarrier: Carrier = {
  name: 'kubespray',
  kinds: ['yaml'],
  hints: [...keysOfTool('kubespray').map(({ key }) => key.join('.')), 'cilium_version'],
  read: (file) => (isRoleDefault(file.path) ? [] : file.yaml().documents.flatMap(layersOf)),
  write: writeKubespray,
};

/** Kubespray's own defaults, where it is vendored, are nobody's choice. */
function isRoleDefault(path: string): boolean {
  return /\/roles\/.*\/(?:defaults|vars)\//.test(path);
}

/** Where variables stand: in a file of `group_vars` at its root, in an inventory below its groups. */
const places: readonly KeyPath[] = [
  [],
  ['all', 'vars'],
  ['all', 'children', 'k8s_cluster', 'vars'],
  ['k8s_cluster', 'vars'],
];

function layersOf(document: YamlDocument): readonly SettingsLayer[] {
  return places.flatMap((path) => {
    const map = mapAt(document.root, path);
    return map === undefined || !isForCilium(map) ? [] : layerOf(map, { document: document.index, path });
  });
}

/** Another network plugin leaves Cilium's variables without any effect. */
function isForCilium(map: MapNode): boolean {
  const plugin = namedAt(map, ['kube_network_plugin']);
  const isOther = plugin?.kind === 'text' && plugin.text !== 'cilium';
  return (
    (!isOther || entryAt(map, 'cilium_deploy_additionally') !== undefined) &&
    entryAt(map, 'apiVersion') === undefined
  );
}

function layerOf(map: MapNode, address: LayerAddress): readonly SettingsLayer[] {
  const version = namedAt(map, ['cilium_version']);
  const { settings, open } = settingsOfTool('kubespray', map, pinnedVersion(version));
  if (settings.length === 0 && version === undefined) return [];
  return [
    {
      kind: 'settings',
      carrier: 'kubespray',
      dialect: 'helm',
      chart: { name: 'cilium', ...(version && { version: version.kind === 'text' ? version : 'unknown' }) },
      address,
      span: map.span,
      settings,
      open,
      spelledAs: spellingsIn(map),
    },
  ];
}

/** How Kubespray's variables spell what keeps the socket load balancer out of pods. */
function spellingsIn(map: MapNode): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keysOf('hostNamespaceOnly').flatMap(({ path, dialect }) => {
      const own = dialect === 'helm' ? ownPlace(map, path) : undefined;
      return own === undefined
        ? []
        : [[path.join('.'), `${own.path.join('.')}: ${own.isFlag ? '"true"' : 'true'}`]];
    }),
  );
}

function writeKubespray(text: string, address: LayerAddress, change: Change): EditResult {
  if (change.op !== 'set') return refused('not-writable');
  const map = mapAt(parseYaml(text).documents[address.document]?.root, address.path);
  if (map === undefined) return refused('gone');
  const own = ownPlace(map, change.path);
  if (own === undefined) return refused('not-writable');
  const near = change.near === undefined ? undefined : ownPlace(map, change.near)?.path;
  const value = own.isFlag ? String(change.value) : change.value;
  return editYaml(
    text,
    { document: address.document, base: address.path },
    { op: 'set', path: own.path, value, ...(near && { near }) },
  );
}

/**
 * The variable for a key of the chart. Where there is none: `cilium_extra_values` if it is in use (older releases do not
 * know it), else a flag of the agent.
 */
function ownPlace(
  map: MapNode,
  path: KeyPath,
): { readonly path: KeyPath; readonly isFlag: boolean } | undefined {
  const extraValues = ['cilium_extra_values', ...path];
  if (nodeAt(map, extraValues) !== 'absent') return { path: extraValues, isFlag: false };
  for (const row of keysOfTool('kubespray')) {
    const below = row.path.length === 0 ? undefined : restOf(path, row.path);
    if (below !== undefined) return { path: [...row.key, ...below], isFlag: row.path[0] === 'extraConfig' };
  }
  const inUse = mapAt(map, ['cilium_extra_values']);
  if (inUse !== undefined && inUse.entries.length > 0) return { path: extraValues, isFlag: false };
  const flag = flagFor(path);
  return flag === undefined ? undefined : { path: ['cilium_config_extra_vars', flag], isFlag: true };
}
