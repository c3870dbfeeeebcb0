import type { Rule } from '../rule.ts';

/** A field that decides about traffic has a value of the wrong type. */
export const invalidField: Rule = {
  name: 'invalid-field',
  title: 'A field that decides about traffic has a value of the wrong type',
  mendedBy: '',
  severities: ['error'],
  sources: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  check: () => [],
};
