import { spelledMark } from '../remove-mark.ts';
import { code } from '../words.ts';
import type { InjectionConflict } from './detect.ts';

/** Fact, consequence, action. */
export function conflictMessage(conflict: InjectionConflict): string {
  const { counts, ignored } = conflict;
  return `${subject(conflict)} has both ${spelledMark(counts.fact)} and ${form(conflict)}${spelledMark(ignored.fact)}. ${consequence(conflict)} Keep one of them.`;
}

function subject({ counts }: InjectionConflict): string {
  const { workload, namespace } = counts.fact;
  if (workload !== undefined) return `The pod template of ${code(workload)}`;
  return namespace === undefined ? 'A namespace' : `Namespace ${code(namespace)}`;
}

/** Where both have the same key, only the place tells them apart. */
function form({ counts, ignored }: InjectionConflict): string {
  return counts.fact.key === ignored.fact.key ? 'the annotation ' : '';
}

function consequence({ mesh, counts, ignored, enrolls, starved }: InjectionConflict): string {
  const title = mesh === 'istio' ? 'Istio' : 'Kuma';
  if (counts.fact.key === ignored.fact.key) {
    return `${title} reads the label, so there is ${enrolls ? 'a' : 'no'} sidecar.`;
  }
  if (starved !== undefined) {
    return `Istio passes over the revision beside ${code(counts.fact.key)}, and ${starved} has no default revision, so pods get no sidecar.`;
  }
  return `Istio passes over the revision beside ${code(counts.fact.key)}, so pods get the sidecar of the default revision, or none where there is none.`;
}
