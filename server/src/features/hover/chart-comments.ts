import type { Placed } from '../../facts/fact.ts';
import { minorOf } from '../../knowledge/releases.ts';
import { versionsFrom, type CiliumVersion } from '../../knowledge/versions.ts';
import type { KeyPath } from '../../facts/settings.ts';
import { folderOf } from '../../workspace/paths.ts';

/** The words of charts that lie in the workspace. */
export interface ChartComments {
  /** What a chart says of a key: one of the version's minor where there is one, else any. */
  readonly of: (path: KeyPath, version: CiliumVersion) => string | undefined;
}

interface Commented {
  readonly minor: string | undefined;
  readonly comments: Readonly<Record<string, string>>;
}

/** Gathers the comments of vendored charts. Values files count where a Chart.yaml beside them makes them a chart. */
export function chartCommentsOf(
  files: Iterable<readonly [uri: string, { readonly facts: readonly Placed[] }]>,
): ChartComments {
  const versions = new Map<string, string>();
  const texts = new Map<string, Readonly<Record<string, string>>>();
  for (const [uri, { facts }] of files) {
    for (const { fact } of facts) {
      if (fact.kind === 'chart-comments') texts.set(folderOf(uri), fact.comments);
      if (fact.kind === 'chart' && fact.file === 'Chart.yaml')
        versions.set(folderOf(uri), fact.appVersion ?? fact.version ?? '');
    }
  }
  const charts = [...texts].flatMap(([folder, comments]): readonly Commented[] => {
    const version = versions.get(folder);
    const newest = version === undefined ? undefined : versionsFrom(version, 'cilium')?.versions.at(-1);
    return version === undefined
      ? []
      : [{ minor: newest === undefined ? undefined : minorOf(newest), comments }];
  });
  return {
    of: (path, version) => {
      const key = path.join('.');
      const own = charts.filter(({ comments }) => Object.hasOwn(comments, key));
      const best = own.find(({ minor }) => minor === minorOf(version)) ?? own.at(-1);
      return best?.comments[key];
    },
  };
}
