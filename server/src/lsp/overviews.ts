import type { Overview } from '../features/overview/model.ts';
import { folderName } from './folder-names.ts';
import type { Root } from './roots.ts';

/** What is installed in all folders of the workspace; where there are several, each cluster says in which it was found. */
export function overviewOf(roots: readonly Root[]): Overview {
  return {
    clusters: roots.flatMap((root) => {
      const { clusters } = root.lint.overview();
      return roots.length === 1
        ? clusters
        : clusters.map((cluster) => ({ ...cluster, folder: folderName(root, roots) }));
    }),
  };
}
