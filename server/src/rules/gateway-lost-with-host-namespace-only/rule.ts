import { t } from '@vscode/l10n';
import type { Finding } from '../finding.ts';
import { ciliumOf, unlessLeftOver } from '../wording/release-words.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { capitalized } from '../wording/words.ts';
import { lostGatewaysIn, type LostGateway } from './detect.ts';

/** Up to 1.15, what keeps the socket load balancer out of pods keeps Cilium's Gateways from an address. */
export const gatewayLostWithHostNamespaceOnly: Rule = {
  name: 'gateway-lost-with-host-namespace-only',
  title: "Cilium's Gateway API gets no address with `hostNamespaceOnly`",
  mendedBy: '',
  severities: ['warning', 'information'],
  sources: [
    'https://github.com/cilium/cilium/issues/31274',
    'https://docs.cilium.io/en/stable/network/servicemesh/gateway-api/gateway-api/',
  ],
  check: inEachCluster((cluster) => lostGatewaysIn(cluster).map(findingOf)),
};

function findingOf(lost: LostGateway): Finding {
  const { at, gatewayAt } = lost;
  return {
    rule: 'gateway-lost-with-host-namespace-only',
    severity: lost.certain && !lost.isOvertaken ? 'warning' : 'information',
    message: messageOf(lost),
    at,
    related:
      gatewayAt === undefined
        ? []
        : [{ at: gatewayAt, message: t("Cilium's Gateway API is switched on here.") }],
    fixes: [],
  };
}

/** The issue tells of 1.15.1, and nobody of a version in which it began. */
function messageOf({ release, versions, certain, isOvertaken }: LostGateway): string {
  const cilium = ciliumOf(release, versions, certain);
  const subject = unlessLeftOver(cilium, isOvertaken);
  return t`${capitalized(subject)} probably leaves its Gateways without an address: up to 1.15 its Gateway API does not work while the socket load balancer stays out of pods. A service mesh needs this setting, so keep it. Upgrade Cilium to 1.16 or later, or let the mesh's own gateway take the traffic.`;
}
