import { t } from '@vscode/l10n';
import { byHandNote } from '../wording/by-hand.ts';
import type { Finding, Related, Severity } from '../finding.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { code } from '../wording/words.ts';
import { brokenProbesIn, type BrokenProbes } from './detect.ts';
import { fixesFor, legacySetting } from './fixes.ts';
import { brokenProbesMessage } from './wording.ts';

/** Cilium's host routing breaks the health checks of ambient pods. */
export const hostRoutingBreaksAmbientProbes: Rule = {
  name: 'host-routing-breaks-ambient-probes',
  title: "Cilium's host routing breaks the health checks of ambient pods",
  mendedBy: '`bpf.hostLegacyRouting: true`, or `bpf.masquerade: false`',
  severities: ['error', 'warning', 'information'],
  sources: [
    'https://istio.io/latest/docs/ambient/install/platform-prerequisites/#cilium',
    'https://docs.cilium.io/en/stable/operations/performance/tuning/#ebpf-host-routing',
    'https://github.com/istio/istio/issues/52208',
    'https://github.com/cilium/cilium/issues/36022',
  ],
  check: inEachCluster((cluster) => brokenProbesIn(cluster).map(findingOf)),
};

function findingOf(broken: BrokenProbes): Finding {
  const { past } = broken;
  const wanted = legacySetting(past);
  return {
    rule: 'host-routing-breaks-ambient-probes',
    severity: severityOf(broken),
    message: brokenProbesMessage(broken),
    at: past.at,
    related: [
      ...evidenceOf(broken),
      ...(wanted === undefined ? [] : byHandNote(past.release, wanted, past.at)),
    ],
    fixes: fixesFor(past),
  };
}

/**
 * It breaks where Cilium masquerades by BPF; where nobody masquerades the sources differ. It is information where only some
 * of the versions are concerned, another release stands firmer, or ambient is yet to come.
 */
function severityOf({ past, isPending }: BrokenProbes): Severity {
  const { isOvertaken, certain, cause } = past;
  if (isOvertaken || isPending || !certain) return 'information';
  return cause === 'bpf-masquerade' ? 'error' : 'warning';
}

/** Who is ambient: at most three places. */
function evidenceOf({ ambient }: BrokenProbes): readonly Related[] {
  return ambient.enrolments.slice(0, 3).map(({ uri, fact }) => ({
    at: { uri, span: fact.span },
    message: t`Ambient by ${code(fact.key)}.`,
  }));
}
