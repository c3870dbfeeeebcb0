import { FileDecoration, type FileDecorationProvider, l10n, ThemeColor, Uri } from 'vscode';

import type { WorkloadNode } from './model.ts';

/** URIs of this scheme stand for nodes of the view: nothing can be opened there. */
const scheme = 'cilium-mesh-lint-workload';

/** Carries how loud a node is to those who decorate it. */
export function decorationUri(
  path: readonly string[],
  { count, worst }: NonNullable<WorkloadNode['findings']>,
): Uri {
  const query = new URLSearchParams({ count: String(count), worst });
  return Uri.from({ scheme, path: `/${encodeURIComponent(path.join('/'))}`, query: query.toString() });
}

/** Colours nodes with errors and warnings below them, and counts their findings in a badge. */
export const workloadDecorations: FileDecorationProvider = {
  provideFileDecoration: (uri): FileDecoration | undefined => {
    if (uri.scheme !== scheme) return undefined;
    const query = new URLSearchParams(uri.query);
    const count = Number(query.get('count'));
    const worst = query.get('worst');
    const badge = count > 9 ? '9+' : String(count);
    const tooltip = count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
    switch (worst) {
      case 'error':
        return new FileDecoration(badge, tooltip, new ThemeColor('list.errorForeground'));
      case 'warning':
        return new FileDecoration(badge, tooltip, new ThemeColor('list.warningForeground'));
      default:
        return new FileDecoration(badge, tooltip);
    }
  },
};
