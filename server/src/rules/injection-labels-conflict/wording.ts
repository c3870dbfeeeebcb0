import { t } from '@vscode/l10n';
import { spelledMark } from '../fixes/remove-mark.ts';
import { code } from '../wording/words.ts';
import type { InjectionConflict } from './detect.ts';

/** Fact, consequence, action. */
export function conflictMessage(conflict: InjectionConflict): string {
  const { counts, ignored } = conflict;
  return t`${subject(conflict)} has both ${spelledMark(counts.fact)} and ${form(conflict)}${spelledMark(ignored.fact)}. ${consequence(conflict)} Keep one of them.`;
}

function subject({ counts }: InjectionConflict): string {
  const { workload, namespace } = counts.fact;
  if (workload !== undefined) return t`The pod template of ${code(workload)}`;
  return namespace === undefined ? t('A namespace') : t`Namespace ${code(namespace)}`;
}

/** Where both have the same key, only the place tells them apart. */
function form({ counts, ignored }: InjectionConflict): string {
  return counts.fact.key === ignored.fact.key ? t('the annotation ') : '';
}

function consequence({ mesh, counts, ignored, enrolls, starved }: InjectionConflict): string {
  const title = mesh === 'istio' ? 'Istio' : 'Kuma';
  if (counts.fact.key === ignored.fact.key) {
    return enrolls
      ? t`${title} reads the label, so there is a sidecar.`
      : t`${title} reads the label, so there is no sidecar.`;
  }
  if (starved !== undefined) {
    return t`Istio passes over the revision beside ${code(counts.fact.key)}, and ${t(starved)} has no default revision, so pods get no sidecar.`;
  }
  return t`Istio passes over the revision beside ${code(counts.fact.key)}, so pods get the sidecar of the default revision, or none where there is none.`;
}
