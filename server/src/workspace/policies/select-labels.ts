import type { LabelRequirement, LabelSelector, LabelSet } from '../../facts/labels.ts';
import type { Answer } from '../../knowledge/condition.ts';
import { meshOfMark } from '../../knowledge/meshes.ts';
import { allOf } from './answers.ts';

/**
 * Whether a selector takes in what has these labels. As in Kubernetes `NotIn` and `DoesNotExist` also hold where there is
 * no such label (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors).
 */
export function selects({ requirements, open }: LabelSelector, labels: LabelSet): Answer {
  return allOf([
    ...requirements.map((requirement) => meets(labels, requirement)),
    ...(open ? (['unknown'] as const) : []),
  ]);
}

function meets(labels: LabelSet, { key, operator, values }: LabelRequirement): Answer {
  const value = Object.hasOwn(labels.known, key) ? labels.known[key] : undefined;
  if (value !== undefined) return answer(isMetBy(operator, values, value));
  if (labels.unknown.includes(key)) return isMetByAny(operator);
  // Labels of this source are those of things that are no pods.
  if (key.startsWith('reserved:')) return answer(isMetWithout(operator));
  return labels.open || isAddedInCluster(key) ? 'unknown' : answer(isMetWithout(operator));
}

function isMetBy(operator: LabelRequirement['operator'], values: readonly string[], value: string): boolean {
  switch (operator) {
    case 'In':
      return values.includes(value);
    case 'NotIn':
      return !values.includes(value);
    case 'Exists':
      return true;
    case 'DoesNotExist':
      return false;
  }
}

function isMetWithout(operator: LabelRequirement['operator']): boolean {
  return operator === 'NotIn' || operator === 'DoesNotExist';
}

/** Of a label that is there, with a value that is not known. */
function isMetByAny(operator: LabelRequirement['operator']): Answer {
  if (operator === 'Exists') return 'yes';
  return operator === 'DoesNotExist' ? 'no' : 'unknown';
}

/** Labels that controllers of Kubernetes put on pods. */
const controllerLabel =
  /^(?:pod-template-(?:hash|generation)|controller-(?:uid|revision-hash)|job-name|(?:batch|apps|statefulset)\.kubernetes\.io\/.+)$/;

/** Whether something in the cluster may add a label that no manifest shows: a controller, or the injector of a mesh. */
function isAddedInCluster(key: string): boolean {
  return controllerLabel.test(key) || meshOfMark(key) !== undefined;
}

function answer(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}
