import type { Placed } from '../../facts/fact.ts';
import type { LabelSet } from '../../facts/labels.ts';
import type { NetworkPolicyFact, PodSelector } from '../../facts/policy.ts';
import type { Answer } from '../../knowledge/condition.ts';
import { pathOf } from '../../source/file.ts';
import type { PodSet } from '../members.ts';
import { folderOf } from '../paths.ts';
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
    namespaces === 'own' ? isOwnNamespace(podSet, policy) : selects(namespaces, podSet.namespaceLabels),
  ]);
}

/** Objects that name no namespace are applied together where they lie together. */
function isOwnNamespace({ namespace, workload }: PodSet, { uri, fact }: Placed<NetworkPolicyFact>): Answer {
  if (namespace !== undefined && fact.namespace !== undefined) {
    return namespace === fact.namespace ? 'yes' : 'no';
  }
  if (namespace !== fact.namespace || workload === undefined) return 'unknown';
  return folderOf(pathOf(workload.uri)) === folderOf(pathOf(uri)) ? 'yes' : 'unknown';
}

const serviceAccountLabel = 'io.cilium.k8s.policy.serviceaccount';

/** Cilium gives pods their service account as a label (https://docs.cilium.io/en/stable/security/policy/kubernetes/#serviceaccounts). */
function withServiceAccount({ labels, workload }: PodSet): LabelSet {
  const account = workload?.fact.serviceAccount;
  return account === undefined
    ? { ...labels, unknown: [...labels.unknown, serviceAccountLabel] }
    : { ...labels, known: { ...labels.known, [serviceAccountLabel]: account } };
}
