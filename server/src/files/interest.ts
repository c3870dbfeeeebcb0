import { isChartArchive } from '../source/chart-archive.ts';
import { sourceKindOf } from '../source/file.ts';

/** Whether a path is that of a file that may hold something of interest. */
export function isOfInterest(path: string): boolean {
  return sourceKindOf(path) !== undefined || isChartArchive(path);
}

/** Endings and names of the texts that `isOfInterest` lets through, and of some more: globs tell no more than that. */
const texts =
  '*.yaml,*.yml,*.tmpl,*.tpl,*.tftpl,*.gotmpl,*.j2,*.sops,Chart.lock,Kustomization,*.sh,*.bash,*.zsh,*.mk,*akefile,*akefile.*,' +
  '*.md,*.markdown,*.mdx,*.tf,*.tofu,*ockerfile,*ockerfile.*,*ontainerfile,*ontainerfile.*,*ustfile,*.just,' +
  'Tiltfile,Tiltfile.*,.gitignore';

/** A glob for the texts that may matter, and for what excludes them. */
export const textsOfInterest = `**/{${texts}}`;

/** The same with packed charts. */
export const filesOfInterest = `**/{${texts},*.tgz,*.tar.gz}`;
