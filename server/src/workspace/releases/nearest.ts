import { pathOf } from '../../source/file.ts';

/** Of things of one name the one whose file lies nearest to another file: with the longest common beginning of their paths. */
export function nearest<T extends { readonly uri: string }>(
  candidates: readonly T[],
  uri: string,
): T | undefined {
  const segments = pathOf(uri).split('/');
  let best: T | undefined;
  let longest = -1;
  for (const candidate of candidates) {
    const other = pathOf(candidate.uri).split('/');
    const differing = segments.findIndex((segment, index) => segment !== other[index]);
    const common = differing === -1 ? segments.length : differing;
    if (common > longest) [best, longest] = [candidate, common];
  }
  return best;
}
