import { t } from '@vscode/l10n';
import { wordsForTool } from '../../knowledge/kube-proxy.ts';
import { ciliumOf } from '../wording/release-words.ts';
import { capitalized } from '../wording/words.ts';
import type { Contradiction } from './detect.ts';

/** Fact, consequence, action. */
export function contradictionMessage(found: Contradiction): string {
  const { leaveOut, apiServer, ...tool } = wordsForTool(found.signs[0].tool);
  const title = t(tool.title);
  const subject = capitalized(subjectOf(found));
  if (found.kind === 'both-run')
    return t`${subject} replaces kube-proxy, which ${title} seems to keep running. Both then translate Services, each by tables of its own, and connections through one of them break when the other takes over. ${capitalized(t(leaveOut))}, or set \`kubeProxyReplacement\` back.`;
  const place = apiServer === undefined ? t('an address of the API server') : t(apiServer);
  return t`${subject} replaces kube-proxy, which ${title} leaves out, but nothing tells Cilium where the API server is. Its agents then call the ClusterIP of the API server, which nobody translates before they run, and do not come up on a fresh node. Set \`k8sServiceHost\` and \`k8sServicePort\`: ${place}.`;
}

function subjectOf({ release, versions, isDoubtful }: Contradiction): string {
  const cilium = ciliumOf(release, versions, true);
  return isDoubtful ? t`if these values are installed as they are, ${cilium}` : cilium;
}
