import { pathOf } from '../../source/file.ts';
import { settingAt, type PlacedLayer } from '../effective.ts';
import { groupBy } from '../group.ts';
import { folderOf } from '../paths.ts';
import type { ReleasePlan } from './plan.ts';
import type { ReleaseFacts } from './release-facts.ts';

/**
 * Releases told by the variables of an Ansible inventory: all its files together make one install, those of hosts over
 * those of groups, those over what holds for all
 * (https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_variables.html#understanding-variable-precedence).
 * Without a word on kube-proxy it is Kubespray's own default that decides, which is off.
 */
export function plansFromInventories(facts: ReleaseFacts, chart: string): readonly ReleasePlan[] {
  const layers = facts.layers.filter(
    ({ layer }) => layer.carrier === 'kubespray' && layer.chart.name === chart,
  );
  const folders = new Set(layers.flatMap(({ uri }) => inventoryOf(pathOf(uri)) ?? []));
  const groupOf = ({ uri }: PlacedLayer): string => {
    const path = pathOf(uri);
    const folder = inventoryOf(path) ?? folderOf(path);
    return folders.has(folder) ? folder : path;
  };
  return [...groupBy(layers, groupOf).values()]
    .map((files) => files.toSorted((one, other) => rankOf(one) - rankOf(other)))
    .filter((files) => files.some(({ layer }) => settingAt(layer, ['kubeProxyReplacement']) !== undefined))
    .map((files) => planOf(chart, files));
}

function planOf(chart: string, layers: readonly PlacedLayer[]): ReleasePlan {
  const versionTexts = layers.toReversed().flatMap(
    ({
      uri,
      layer: {
        chart: { version },
      },
    }) =>
      version === undefined || version === 'unknown'
        ? []
        : [{ text: version.text, at: { uri, span: version.span } }],
  );
  return { chart, layers, versionTexts, path: pathOf(layers.at(-1)?.uri ?? ''), standing: 'installed' };
}

/** The folder of an inventory: that which holds `group_vars` and `host_vars`. Other files are handed over one by one. */
function inventoryOf(path: string): string | undefined {
  return /^(.*)\/(?:group_vars|host_vars)\//.exec(path)?.[1];
}

/** Later ones win: an inventory's own variables, those for all, of a group, of a host. */
function rankOf({ uri }: PlacedLayer): number {
  const path = pathOf(uri);
  if (path.includes('/host_vars/')) return 3;
  if (!path.includes('/group_vars/')) return 0;
  return /\/group_vars\/all(?:\/|\.ya?ml$)/.test(path) ? 1 : 2;
}
