import type { Placed } from '../../facts/fact.ts';
import type { LabelSet } from '../../facts/labels.ts';
import type { NetworkPolicyFact, PodSelector } from '../../facts/policy.ts';
import type { Answer } from '../../knowledge/condition.ts';
import type { PodSet } from '../members.ts';
import { isOwnNamespace } from '../own-namespace.ts';
import { remembered } from '../remembered.ts';
import { allOf } from './answers.ts';
import { selects } from './select-labels.ts';

/** Whether a selector in a policy takes in these pods. Pods that no file shows are taken in by a selector of all pods only. */
export function selectsPods(
  { pods, namespaces }: PodSelector,
  podSet: PodSet,
  policy: Placed<NetworkPolicyFact>,
): Answer {
  return allOf([
    selects(pods, withServiceAccount(podSet)),
    namespaces === 'own' ? isOwnNamespace(policy, podSet) : selects(namespaces, podSet.namespaceLabels),
  ]);
}

const serviceAccountLabel = 'io.cilium.k8s.policy.serviceaccount';

/** Cilium gives pods their service account as a label (https://docs.cilium.io/en/stable/security/policy/kubernetes/#serviceaccounts). */
const withServiceAccount = remembered(({ labels, workload }: PodSet): LabelSet => {
  const account = workload?.fact.serviceAccount;
  return account === undefined
    ? { ...labels, unknown: [...labels.unknown, serviceAccountLabel] }
    : { ...labels, known: { ...labels.known, [serviceAccountLabel]: account } };
});
