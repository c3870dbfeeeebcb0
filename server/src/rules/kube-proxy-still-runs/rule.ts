import { t } from '@vscode/l10n';
import { wordsForTool } from '../../knowledge/kube-proxy.ts';
import type { Finding, Severity } from '../finding.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { capitalized } from '../wording/words.ts';
import { contradictionsIn, type Contradiction } from './detect.ts';
import { contradictionMessage } from './wording.ts';

/** Cilium replaces a kube-proxy that is still there, or one that is gone and took the way to the API server with it. */
export const kubeProxyStillRuns: Rule = {
  name: 'kube-proxy-still-runs',
  title: 'Kube-proxy and its replacement contradict each other',
  mendedBy: '',
  severities: ['warning', 'information'],
  sources: [
    'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/#quick-start',
    'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/#kube-proxy-hybrid-modes',
    'https://github.com/cilium/cilium/issues/35440',
  ],
  check: inEachCluster((cluster) => contradictionsIn(cluster).map(findingOf)),
};

function findingOf(found: Contradiction): Finding {
  return {
    rule: 'kube-proxy-still-runs',
    severity: severityOf(found),
    message: contradictionMessage(found),
    at: found.at,
    related: found.signs.slice(0, 3).map(({ at, tool }) => ({
      at,
      message: signMessage(capitalized(t(wordsForTool(tool).title)), found.kind),
    })),
    fixes: [],
  };
}

function signMessage(tool: string, kind: Contradiction['kind']): string {
  return kind === 'both-run' ? t`${tool} keeps kube-proxy.` : t`${tool} leaves kube-proxy out.`;
}

/** Both together work for a while; without a way to the API server no node comes up. */
function severityOf({ kind, isDoubtful }: Contradiction): Severity {
  return kind === 'no-api-server' && !isDoubtful ? 'warning' : 'information';
}
