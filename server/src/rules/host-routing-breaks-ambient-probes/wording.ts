import { partWithMembers } from '../mesh-words.ts';
import { ciliumOf } from '../release-words.ts';
import { capitalized, code } from '../words.ts';
import type { BrokenProbes, RoutedPast } from './detect.ts';
import { remedyFor } from './fixes.ts';

/** Fact, consequence, action. Where nobody masquerades the sources differ, and the words are softer. */
export function brokenProbesMessage(broken: BrokenProbes): string {
  return `${fact(broken)}. ${consequence(broken)}. ${action(broken.past)}`;
}

function fact({ past, clusterName }: BrokenProbes): string {
  const { release, concerned, certain, isOvertaken } = past;
  const cilium = ciliumOf(release, concerned, certain);
  const subject = isOvertaken ? `If these values are installed at all, ${cilium}` : capitalized(cilium);
  const where = clusterName === undefined ? 'the node' : `the nodes of cluster ${code(clusterName)}`;
  return `${subject} routes packets of pods past the iptables of ${where}, ${because[past.cause]}`;
}

const because: Readonly<Record<RoutedPast['cause'], string>> = {
  'bpf-masquerade': 'as it masquerades by BPF',
  'no-masquerading': 'as nothing there masquerades',
};

function consequence({ past, ambient, isPending }: BrokenProbes): string {
  const who = partWithMembers(ambient).replace('Istio ambient proxies', 'ambient pods');
  const fails = past.cause === 'bpf-masquerade' ? 'fail' : 'may fail';
  const istio = isPending ? 'Once Istio has its proxies on the nodes, it' : 'Istio';
  return `${istio} rewrites the kubelet's probes of the ${who} there, so their answers get lost and healthy pods ${fails} their checks`;
}

function action(past: RoutedPast): string {
  const remedy = remedyFor(past);
  return remedy === undefined ? 'Upgrade Cilium.' : `Set ${code(remedy)}.`;
}
