import type { Fact, Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import { packs } from '../knowledge/versions.ts';
import { folderOf, nameOf } from './paths.ts';

/**
 * The cluster that a file belongs to, by its decoded path, where scripts in folders beside each other install Cilium anew: one
 * cluster has it once, so each of them makes its own, as demos and labs do. The name of such a folder is its cluster's. Where
 * something else keeps Cilium, a script may only have been its beginning, and nothing is told.
 */
export function separateInstalls(
  facts: readonly Placed[],
  isOff: (path: string) => boolean,
): (path: string) => string | undefined {
  const nothing = (): undefined => undefined;
  const installs = facts.flatMap(({ uri, fact }) => {
    const path = pathOf(uri);
    const kind = installOfCilium(fact);
    return kind === undefined || isOff(path) ? [] : [{ path, kind }];
  });
  if (installs.some(({ kind }) => kind === 'kept')) return nothing;
  const folders = installs.filter(({ kind }) => kind === 'made').map(({ path }) => folderOf(path).split('/'));
  const [first = []] = folders;
  const depth = first.findIndex((segment, at) => folders.some((other) => other[at] !== segment));
  if (depth === -1 || folders.some(({ length }) => length <= depth)) return nothing;
  const below = `${first.slice(0, depth).join('/')}/`;
  const own = new Set(folders.map((folder) => folder[depth]));
  return (path) => {
    const name = path.startsWith(below) ? path.slice(below.length).split('/')[0] : undefined;
    return name !== undefined && name !== path.slice(below.length) && own.has(name) ? name : undefined;
  };
}

/** Whether a command of a script installs Cilium anew, or something else installs or keeps it. */
export function installOfCilium(fact: Fact): 'made' | 'kept' | undefined {
  if (fact.kind === 'helm-command') {
    const isOfCilium = fact.tool === 'cilium' || packs(nameOf(fact.chart), 'cilium');
    return isOfCilium && fact.creates && fact.deploys && fact.isExample !== true ? 'made' : undefined;
  }
  if (fact.kind !== 'deployment' || !fact.deploys || fact.isExample === true) return undefined;
  const chart = fact.chart?.kind === 'text' ? fact.chart.text : (fact.chartSource?.name ?? '');
  return /cilium/i.test(chart) || /cilium/i.test(fact.title) ? 'kept' : undefined;
}
