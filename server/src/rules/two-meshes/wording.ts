import { t } from '@vscode/l10n';
import type { EnrolmentFact } from '../../facts/enrolment.ts';
import type { Related } from '../finding.ts';
import { meshTitle } from '../wording/mesh-words.ts';
import { code } from '../wording/words.ts';
import type { TwoMeshes } from './detect.ts';

/** Fact, consequence, action. */
export function twoMeshesMessage(found: TwoMeshes): string {
  const who = subjectOf(found);
  const [first, second] = [found.first.fact, found.second.fact];
  switch (found.kind) {
    case 'ztunnels':
      return t`${who} by ${code(second.key)} in Cilium's ztunnel and by ${code(first.key)} in ${partOf(first)}. Both redirect the same connections, and neither knows what the other encrypts. Keep one of the two.`;
    case 'sidecar-over-ambient':
      return t`${who} by ${code(first.key)} among Istio's sidecars and by ${code(second.key)} in its ambient mode. The sidecar wins, so ztunnel leaves these pods alone and ${code(second.key)} has no effect. Keep one of the two.`;
    case 'proxies':
      return t`${who} by ${code(first.key)} in ${meshTitle(first.mesh)} and by ${code(second.key)} in ${meshTitle(second.mesh)}. Each brings a proxy that redirects all connections of the pod, so one of them gets the other's traffic. Keep one of the two.`;
  }
}

function subjectOf({ subject: { namespace, workload } }: TwoMeshes): string {
  if (workload !== undefined) return t`${code(workload)} takes part`;
  return namespace === undefined ? t('A namespace takes part') : t`Namespace ${code(namespace)} takes part`;
}

function partOf({ mesh, mode }: EnrolmentFact): string {
  return mesh === 'istio' && mode === 'ambient' ? t("Istio's ambient mode") : meshTitle(mesh);
}

/** Where the other one stands. */
export function evidenceOf({ kind, first }: TwoMeshes): readonly Related[] {
  const { fact, uri } = first;
  const message =
    kind === 'sidecar-over-ambient' ? t`${code(fact.key)} wins.` : t`${partOf(fact)}, by ${code(fact.key)}.`;
  return [{ at: { uri, span: fact.span }, message }];
}
