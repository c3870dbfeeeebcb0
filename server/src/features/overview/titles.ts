import { t } from '@vscode/l10n';
import type { ClusterOverview } from './model.ts';

/** What an install is called among those of other clusters and folders: `Cilium 1.16.4 in cluster prod`. */
export function titleAmongOthers(
  title: string,
  { name, folder }: Pick<ClusterOverview, 'name' | 'folder'>,
): string {
  if (folder === undefined) return name === undefined ? title : t`${title} in cluster ${name}`;
  return name === undefined
    ? t`${title} in folder ${folder}`
    : t`${title} in cluster ${name} of folder ${folder}`;
}
