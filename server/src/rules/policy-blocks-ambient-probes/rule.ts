import { t } from '@vscode/l10n';
import type { Cluster } from '../../workspace/clusters.ts';
import type { Finding, Fix, Severity } from '../finding.ts';
import { podsNamed } from '../wording/pod-words.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { code, listed } from '../wording/words.ts';
import { blockedProbesIn, type BlockedProbes } from './detect.ts';
import { fixesFor } from './fixes.ts';

/** Network policies block the health checks of ambient pods. */
export const policyBlocksAmbientProbes: Rule = {
  name: 'policy-blocks-ambient-probes',
  title: 'Network policies block the health checks of ambient pods',
  mendedBy: 'a policy that allows `169.254.7.127/32`',
  severities: ['warning', 'information'],
  sources: [
    'https://istio.io/latest/docs/ambient/install/platform-prerequisites/#cilium',
    'https://github.com/istio/istio/issues/49277',
    'https://docs.cilium.io/en/stable/security/policy/intro/',
  ],
  check: inEachCluster((cluster) => {
    const all = blockedProbesIn(cluster);
    const fixes = fixesFor(all);
    return all.map((blocked) => findingOf(blocked, severityIn(cluster), fixes(blocked)));
  }),
};

function findingOf(blocked: BlockedProbes, severity: Severity, fixes: readonly Fix[]): Finding {
  const { policy, spec, pods } = blocked;
  const [first] = pods;
  return {
    rule: 'policy-blocks-ambient-probes',
    severity,
    message: messageOf(blocked),
    at: { uri: policy.uri, span: spec.span },
    related:
      first === undefined
        ? []
        : [
            {
              at: { uri: first.membership.by.uri, span: first.membership.by.fact.span },
              message: t`${code(first.membership.by.fact.key)} brings ${podsNamed([first.pods])} into Istio ambient.`,
            },
          ],
    fixes,
  };
}

/** A Cilium that only examples install may be another one in the end. */
function severityIn({ candidates }: Cluster): Severity {
  const isThere = candidates.some(({ standing, isSample }) => standing !== 'example' && !isSample);
  return isThere ? 'warning' : 'information';
}

function messageOf({ policy, pods, sources }: BlockedProbes): string {
  const { resource, name } = policy.fact;
  const addresses = listed(sources.map((cidr) => code(cidr)));
  return [
    t`${resource} ${code(name)} lets only what is allowed reach ${podsNamed(pods.map((one) => one.pods))}, and nothing allows ${addresses}, from where Istio ambient hands on the kubelet's probes.`,
    t(
      'Cilium lets the node itself through, but not this address: probes fail, pods never become ready or are started again and again.',
    ),
    t`Allow ${addresses}.`,
  ].join(' ');
}
