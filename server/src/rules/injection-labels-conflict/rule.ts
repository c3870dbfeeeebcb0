import { t } from '@vscode/l10n';
import { pathOf } from '../../source/file.ts';
import { inWorkspace } from '../checks.ts';
import type { Finding, Fix } from '../finding.ts';
import { fixByRemoving, spelledMark } from '../fixes/remove-mark.ts';
import type { Rule } from '../rule.ts';
import { injectionConflictsIn, type InjectionConflict } from './detect.ts';
import { conflictMessage } from './wording.ts';

/** Labels for sidecar injection contradict each other. */
export const injectionLabelsConflict: Rule = {
  name: 'injection-labels-conflict',
  title: 'Labels for sidecar injection contradict each other',
  mendedBy: 'removing the label or annotation that is not read',
  severities: ['warning', 'information'],
  sources: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0123/',
    'https://istio.io/latest/docs/reference/config/annotations/#SidecarInject',
    'https://kuma.io/docs/latest/reference/kubernetes-annotations/',
  ],
  check: inWorkspace(({ facts, isSample }) => {
    return injectionConflictsIn(facts).map((conflict) => findingOf(conflict, isSample));
  }),
};

function findingOf(conflict: InjectionConflict, isSample: (path: string) => boolean): Finding {
  const { counts, ignored } = conflict;
  return {
    rule: 'injection-labels-conflict',
    severity: isSample(pathOf(ignored.uri)) ? 'information' : 'warning',
    message: conflictMessage(conflict),
    at: { uri: ignored.uri, span: ignored.fact.span },
    related: [
      { at: { uri: counts.uri, span: counts.fact.span }, message: t`${spelledMark(counts.fact)} counts.` },
    ],
    fixes: fixesFor(conflict),
  };
}

/** First the removal that changes nothing; where no pod gets its sidecar as things are, the one that brings it. */
function fixesFor({ counts, ignored, starved }: InjectionConflict): readonly Fix[] {
  const [first, second] = starved === undefined ? [ignored, counts] : [counts, ignored];
  return [...fixByRemoving(first, true), ...fixByRemoving(second, false)];
}
