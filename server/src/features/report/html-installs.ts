import { t } from '@vscode/l10n';
import type { ClusterOverview, InstallOverview, Overview, Switch } from '../overview/model.ts';
import { titleAmongOthers } from '../overview/titles.ts';
import { escaped } from '../traffic-path/escaped.ts';

/** What each install does, and which meshes run beside it. */
export function installTable({ clusters }: Overview): string {
  const severalFolders = clusters.some(({ folder }) => folder !== undefined);
  const hasNames = clusters.some(({ name, installs }) => name !== undefined && installs.length > 0);
  const rows = clusters.flatMap((cluster) =>
    cluster.installs.map((install) => row(cluster, install, hasNames)),
  );
  if (rows.length === 0) return `<p>${escaped(t('No install of Cilium is to be seen in these files.'))}</p>`;
  const places = [...(severalFolders ? [t('folder')] : []), ...(hasNames ? [t('cluster')] : [])];
  const told = [t('kube-proxy replacement'), t('socket load balancer'), t('meshes'), t('to set')];
  return table('installs', [...places, 'Cilium', ...told], rows);
}

/** What goes together in these versions: the keys that the meshes of each cluster ask for. */
export function needsSection({ clusters }: Overview): string {
  const rows = clusters.flatMap((cluster) =>
    cluster.installs.flatMap(({ title, needs }) =>
      needs.map(
        ({ setting, why, state }) =>
          `<tr><td>${escaped(titleAmongOthers(title, cluster))}</td><td>${setting === undefined ? escaped(t('no key of this version')) : `<code>${escaped(setting)}</code>`}</td><td>${escaped(why)}</td><td class="${state}">${escaped(states[state]())}</td></tr>`,
      ),
    ),
  );
  if (rows.length === 0) return '';
  return `<section aria-labelledby="needs"><h2 id="needs">${escaped(t('What the meshes ask of these versions'))}</h2>
${table('needs', [t('install'), t('setting'), t('so that'), t('state')], rows)}</section>`;
}

const states = {
  set: () => `✔ ${t('set')}`,
  missing: () => `✖ ${t('missing')}`,
  unknown: () => t('not to be told'),
} as const;

function row({ name, folder, meshes }: ClusterOverview, install: InstallOverview, hasNames: boolean): string {
  const { title, standing, replacesKubeProxy, socketLb, paths } = install;
  const remedies = [...new Set(paths.flatMap(({ mended }) => mended?.setting ?? []))];
  const cells = [
    ...(folder === undefined ? [] : [folder]),
    ...(hasNames ? [name ?? ''] : []),
    standing === 'reconciled' || standing === 'installed' ? title : `${title} (${standings[standing]()})`,
    words[replacesKubeProxy](),
    whereabouts[socketLb](),
    meshes
      .map((mesh) =>
        mesh.namespaces.length === 0 ? mesh.title : t`${mesh.title} in ${mesh.namespaces.join(', ')}`,
      )
      .join('; ') || t('none'),
    remedies.join(', '),
  ];
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

const standings = { unused: () => t('nothing installs it'), example: () => t('an example') } as const;

/** A table of rows, each of which says something new; it scrolls in itself where it is wider than the page. */
function table(heading: string, titles: readonly string[], rows: readonly string[]): string {
  return `<div class="wide" role="region" aria-labelledby="${heading}" tabindex="0">
<table>
<thead><tr>${titles.map((title) => `<th scope="col">${escaped(title)}</th>`).join('')}</tr></thead>
<tbody>
${[...new Set(rows)].join('\n')}
</tbody>
</table>
</div>`;
}

const words: Readonly<Record<Switch, () => string>> = {
  on: () => t('on'),
  off: () => t('off'),
  depends: () => t('depends on the version'),
  unknown: () => t('not to be told'),
};

const whereabouts: Readonly<Record<InstallOverview['socketLb'], () => string>> = {
  'in-pods': () => t('inside pods'),
  'host-only': () => t('on the host only'),
  off: () => t('off'),
  rejected: () => t('this version refuses the values'),
  unknown: () => t('not to be told'),
  depends: () => t('depends on the version'),
};
