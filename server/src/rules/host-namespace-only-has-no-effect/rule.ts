import { t } from '@vscode/l10n';
import type { Cluster } from '../../workspace/clusters.ts';
import type { Finding } from '../finding.ts';
import { ciliumOf } from '../wording/release-words.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { capitalized, code } from '../wording/words.ts';
import { idleSettingsIn, type IdleSetting } from './detect.ts';
import { fixesFor } from './fixes.ts';

/** The setting keeps the socket load balancer out of pods; without one it does nothing. */
export const hostNamespaceOnlyHasNoEffect: Rule = {
  name: 'host-namespace-only-has-no-effect',
  title: 'Nothing heeds `hostNamespaceOnly`: no socket load balancer runs',
  mendedBy: 'removing the key, where no socket load balancer runs',
  severities: ['information'],
  sources: [
    'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/#socket-loadbalancer-bypass-in-pod-namespace',
    'https://github.com/cilium/cilium/blob/main/pkg/kpr/kpr.go',
  ],
  check: inEachCluster(findingsIn),
};

function findingsIn(cluster: Cluster): readonly Finding[] {
  return idleSettingsIn(cluster).map((idle) => ({
    rule: 'host-namespace-only-has-no-effect',
    severity: 'information',
    message: idle.because === 'kernel' ? kernelMessage(idle) : nothingRunsMessage(idle),
    at: idle.at,
    related: [],
    fixes: fixesFor(idle),
  }));
}

function nothingRunsMessage({ key, release, versions }: IdleSetting): string {
  const cilium = capitalized(ciliumOf(release, versions, true));
  const name = code(key.path.join('.'));
  return t`${name} has no effect: without kube-proxy replacement, ${cilium} runs no socket load balancer that it could keep out of pods. A service mesh is not bypassed then. Remove the key, or keep it as a precaution for the day that kube-proxy is replaced.`;
}

function kernelMessage({ key, release }: IdleSetting): string {
  const name = code(key.path.join('.'));
  return t`${name} has no effect with Linux ${release.kernel ?? ''}: Cilium cannot tell pods from the host there and leaves it out. The socket load balancer works inside pods all the same, where it bypasses a service mesh. Move the nodes to Linux 5.7 or later.`;
}
