import { t } from '@vscode/l10n';
import type { FieldProblemFact } from '../../facts/field-problem.ts';
import { pathOf } from '../../source/file.ts';
import { inWorkspace } from '../checks.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { code } from '../wording/words.ts';
import { fieldMessage } from './wording.ts';

/** A field that decides about traffic, with a value that Kubernetes refuses: the whole object is never there. */
export const invalidField: Rule = {
  name: 'invalid-field',
  title: 'A field that decides about traffic has a value of the wrong type',
  mendedBy: 'the text that is meant, in quotes',
  severities: ['error', 'information'],
  sources: [
    'https://kubernetes.io/docs/reference/kubernetes-api/',
    'https://github.com/cilium/cilium/tree/main/pkg/k8s/apis/cilium.io/client/crds/v2',
    'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
  ],
  check: inWorkspace(({ facts, isSample }) => {
    return facts.flatMap(({ uri, fact }) => {
      if (fact.kind !== 'field-problem') return [];
      return [
        {
          rule: 'invalid-field',
          severity: isSample(pathOf(uri)) ? 'information' : 'error',
          message: fieldMessage(fact),
          at: { uri, span: fact.span },
          related: [],
          fixes: fixesOf(uri, fact),
        },
      ];
    });
  }),
};

function fixesOf(uri: string, { path, meant, address }: FieldProblemFact): readonly Fix[] {
  if (meant === undefined || address === undefined) return [];
  return [
    {
      title: t`Write ${code(`"${meant}"`)}`,
      preferred: true,
      steps: [{ op: 'set', layer: { uri, carrier: 'manifest', address }, path, value: meant }],
    },
  ];
}
