import type { ChartSourceFact, ChartSourceReference, Named } from '../../facts/deployment.ts';
import type { Placed } from '../../facts/fact.ts';
import { nearest } from './nearest.ts';

/** Something that takes its chart from a resource, from its own namespace where it names no other. */
interface ChartUser {
  readonly chartSource: ChartSourceReference | undefined;
  readonly namespace: string | undefined;
}

/** The resource that names the chart of a deployment in the file at `uri`; of several of one name the nearest. */
export function chartSourceOf(
  { chartSource, namespace }: ChartUser,
  uri: string,
  sources: readonly Placed<ChartSourceFact>[],
): Placed<ChartSourceFact> | undefined {
  if (chartSource === undefined) return undefined;
  const wanted = chartSource.namespace ?? namespace;
  const candidates = sources.filter(
    ({ fact }) =>
      fact.resource === chartSource.resource &&
      fact.name === chartSource.name &&
      (fact.namespace === undefined || wanted === undefined || fact.namespace === wanted),
  );
  return nearest(candidates, uri);
}

/** A text that a file names; absent where it names none, or a template decides. */
export function textOf(named: Named | undefined): string | undefined {
  return named?.kind === 'text' ? named.text : undefined;
}
