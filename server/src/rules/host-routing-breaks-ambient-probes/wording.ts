import { t } from '@vscode/l10n';
import { withMembers } from '../wording/mesh-words.ts';
import { ciliumOf, unlessLeftOver } from '../wording/release-words.ts';
import { capitalized, code } from '../wording/words.ts';
import type { BrokenProbes, RoutedPast } from './detect.ts';
import { remedyFor } from './fixes.ts';

/** Fact, consequence, action. Where nobody masquerades the sources differ, and the words are softer. */
export function brokenProbesMessage(broken: BrokenProbes): string {
  return `${fact(broken)}. ${consequence(broken)}. ${action(broken.past)}`;
}

function fact({ past, clusterName }: BrokenProbes): string {
  const { release, concerned, certain, isOvertaken } = past;
  const cilium = ciliumOf(release, concerned, certain);
  const subject = capitalized(unlessLeftOver(cilium, isOvertaken));
  const where = clusterName === undefined ? t('the node') : t`the nodes of cluster ${code(clusterName)}`;
  return t`${subject} routes packets of pods past the iptables of ${where}, ${because[past.cause]()}`;
}

const because: Readonly<Record<RoutedPast['cause'], () => string>> = {
  'bpf-masquerade': () => t('as it masquerades by BPF'),
  'no-masquerading': () => t('as nothing there masquerades'),
};

function consequence({ past, ambient, isPending }: BrokenProbes): string {
  const who = withMembers(t('ambient pods'), ambient.enrolments);
  const fails = past.cause === 'bpf-masquerade' ? t('fail') : t('may fail');
  const istio = isPending ? t('Once Istio has its proxies on the nodes, it') : t('Istio');
  return t`${istio} rewrites the kubelet's probes of the ${who} there, so their answers get lost and healthy pods ${fails} their checks`;
}

function action(past: RoutedPast): string {
  const remedy = remedyFor(past);
  return remedy === undefined ? t('Upgrade Cilium.') : t`Set ${code(remedy)}.`;
}
