import { t } from '@vscode/l10n';
import type { PodSet } from '../../workspace/members.ts';
import { code, listedAtMost, unique } from './words.ts';

/** Pods as people know them: by `Deployment reviews`, or by their namespace. */
export function podsNamed(sets: readonly PodSet[]): string {
  return listedAtMost(
    unique(
      sets.map(({ workload, namespace }) => {
        if (workload !== undefined) return code(workload.fact.name);
        return namespace === undefined ? t('pods') : t`the pods of namespace ${code(namespace)}`;
      }),
    ),
    3,
  );
}
