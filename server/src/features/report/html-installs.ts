import type { ClusterOverview, InstallOverview, Overview, Switch } from '../overview/model.ts';
import { escaped } from '../traffic-path/escaped.ts';

/** What each install does, and which meshes run beside it. */
export function installTable({ clusters }: Overview): string {
  const rows = clusters.flatMap((cluster) => cluster.installs.map((install) => row(cluster, install)));
  if (rows.length === 0) return '<p>No install of Cilium is to be seen in these files.</p>';
  return `<table>
<thead><tr><th scope="col">cluster</th><th scope="col">Cilium</th><th scope="col">kube-proxy replacement</th><th scope="col">socket load balancer</th><th scope="col">meshes</th><th scope="col">to set</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

/** What goes together in these versions: the keys that the meshes of each cluster ask for. */
export function needsSection({ clusters }: Overview): string {
  const rows = clusters.flatMap(({ name, installs }) =>
    installs.flatMap(({ title, needs }) =>
      needs.map(
        ({ setting, why, state }) =>
          `<tr><td>${escaped(name === undefined ? title : `${title} in ${name}`)}</td><td>${setting === undefined ? 'no key of this version' : `<code>${escaped(setting)}</code>`}</td><td>${escaped(why)}</td><td class="${state}">${states[state]}</td></tr>`,
      ),
    ),
  );
  if (rows.length === 0) return '';
  return `<section aria-labelledby="needs"><h2 id="needs">What the meshes ask of these versions</h2>
<table>
<thead><tr><th scope="col">install</th><th scope="col">setting</th><th scope="col">so that</th><th scope="col">state</th></tr></thead>
<tbody>
${[...new Set(rows)].join('\n')}
</tbody>
</table></section>`;
}

const states = { set: '✔ set', missing: '✖ missing', unknown: 'not to be told' } as const;

function row({ name, meshes }: ClusterOverview, install: InstallOverview): string {
  const { title, standing, replacesKubeProxy, socketLb, paths } = install;
  const remedies = [...new Set(paths.flatMap(({ mended }) => mended?.setting ?? []))];
  const cells = [
    name ?? '',
    standing === 'reconciled' || standing === 'installed' ? title : `${title} (${standings[standing]})`,
    words[replacesKubeProxy],
    places[socketLb],
    meshes
      .map((mesh) =>
        mesh.namespaces.length === 0 ? mesh.title : `${mesh.title} in ${mesh.namespaces.join(', ')}`,
      )
      .join('; ') || 'none',
    remedies.join(', '),
  ];
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

const standings = { unused: 'nothing installs it', example: 'an example' } as const;

const words: Readonly<Record<Switch, string>> = {
  on: 'on',
  off: 'off',
  depends: 'depends on the version',
  unknown: 'not to be told',
};

const places: Readonly<Record<InstallOverview['socketLb'], string>> = {
  'in-pods': 'inside pods',
  'host-only': 'on the host only',
  off: 'off',
  rejected: 'this version refuses the values',
  unknown: 'not to be told',
  depends: 'depends on the version',
};
