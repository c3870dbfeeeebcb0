import type { Rule } from '../rule.ts';

/** Labels for sidecar injection contradict each other. */
export const injectionLabelsConflict: Rule = {
  name: 'injection-labels-conflict',
  title: 'Labels for sidecar injection contradict each other',
  mendedBy: '',
  severities: ['warning'],
  sources: ['https://istio.io/latest/docs/reference/config/analysis/ist0123/'],
  check: () => [],
};
