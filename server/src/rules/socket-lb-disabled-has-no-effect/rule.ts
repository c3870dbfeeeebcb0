import { evidenceOf } from '../detection/affected-meshes.ts';
import type { Finding, Severity } from '../finding.ts';
import { fixesFor } from '../fixes/keep-out-of-pods.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { vainSwitchesIn, type VainSwitch } from './detect.ts';
import { vainSwitchMessage } from './wording.ts';

/** People switch the socket load balancer off to protect a mesh, and kube-proxy replacement turns it on again. */
export const socketLbDisabledHasNoEffect: Rule = {
  name: 'socket-lb-disabled-has-no-effect',
  title: 'Kube-proxy replacement overrules `socketLB.enabled: false`',
  mendedBy: '`socketLB.hostNamespaceOnly: true`, where there is a mesh',
  severities: ['warning', 'information'],
  sources: [
    'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/#socket-loadbalancer-bypass-in-pod-namespace',
    'https://github.com/cilium/cilium/blob/main/pkg/kpr/kpr.go',
  ],
  check: inEachCluster((cluster) => vainSwitchesIn(cluster).map(findingOf)),
};

function findingOf(found: VainSwitch): Finding {
  return {
    rule: 'socket-lb-disabled-has-no-effect',
    severity: severityOf(found),
    message: vainSwitchMessage(found),
    at: found.at,
    related: found.affected.flatMap(evidenceOf),
    fixes: found.affected.length === 0 ? [] : fixesFor(found),
  };
}

/** Nothing is lost without a mesh; a leftover, or a version that may be another one, is no reason to interrupt. */
function severityOf({ affected, certain, isOvertaken }: VainSwitch): Severity {
  return affected.length > 0 && certain && !isOvertaken ? 'warning' : 'information';
}
