import type { Rule } from '../rule.ts';

/** Cilium's host routing breaks the health checks of ambient pods. */
export const hostRoutingBreaksAmbientProbes: Rule = {
  name: 'host-routing-breaks-ambient-probes',
  title: "Cilium's host routing breaks the health checks of ambient pods",
  mendedBy: '',
  severities: ['error', 'warning'],
  sources: [
    'https://istio.io/latest/docs/ambient/install/platform-prerequisites/#cilium',
    'https://docs.cilium.io/en/stable/operations/performance/tuning/#ebpf-host-routing',
  ],
  check: () => [],
};
