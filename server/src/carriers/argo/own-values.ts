import { nodeAt, resolve } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode } from '../../yaml/node.ts';
import { setListAt } from '../set-list/values.ts';
import { noValues, unknownValues, valuesAt, type OwnPlace, type OwnValues } from '../values-at.ts';
import { parameterList } from './parameters.ts';

/** The `helm` map of a source, and the file around it. */
export interface HelmPlace extends OwnPlace {
  readonly helm: MapNode;
  /** The keys from the document's root to the `helm` map. */
  readonly path: KeyPath;
  readonly isForCilium: boolean;
}

/**
 * `values` or `valuesObject`, then `parameters`. Where there is a `valuesObject`, Argo CD does not look at `values`
 * (`ValuesYAML` in https://github.com/argoproj/argo-cd/blob/master/pkg/apis/application/v1alpha1/values.go).
 */
export function ownValuesOf(place: HelmPlace): OwnValues {
  const { helm, path, isForCilium } = place;
  const key = hasObject(helm) ? 'valuesObject' : 'values';
  const parts = [
    valuesAt(place, [...path, key], isForCilium),
    setListAt(place, [...path, 'parameters'], parameterList, isForCilium),
    fileParameters(helm),
  ];
  return {
    layers: parts.flatMap(({ layers }) => layers),
    sources: parts.flatMap(({ sources }) => sources),
  };
}

function hasObject(helm: MapNode): boolean {
  const found = nodeAt(helm, ['valuesObject']);
  const node = typeof found === 'string' ? undefined : resolve(found);
  const isNull = node?.kind === 'scalar' && node.value.kind === 'known' && node.value.value === null;
  return node !== undefined && !isNull;
}

/** Their values stand in files of the chart. */
function fileParameters(helm: MapNode): OwnValues {
  const found = nodeAt(helm, ['fileParameters']);
  const node = typeof found === 'string' ? undefined : resolve(found);
  return node?.kind === 'sequence' && node.items.length > 0 ? unknownValues(node.span) : noValues;
}
