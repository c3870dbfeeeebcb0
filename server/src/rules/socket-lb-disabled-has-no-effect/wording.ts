import { t } from '@vscode/l10n';
import { remedyFor } from '../fixes/keep-out-of-pods.ts';
import { partWithMembers } from '../wording/mesh-words.ts';
import { ciliumOf, unlessLeftOver } from '../wording/release-words.ts';
import { code, listed } from '../wording/words.ts';
import type { VainSwitch } from './detect.ts';

/** Fact, consequence, action. */
export function vainSwitchMessage(found: VainSwitch): string {
  return [fact(found), consequence(found), action(found)].join(' ');
}

function fact({ key: { path }, isOvertaken, release, inPods, certain }: VainSwitch): string {
  const spelt = path[0] === 'extraArgs' ? `${path[1] ?? ''}=false` : `${path.join('.')}: false`;
  const cilium = ciliumOf(release, inPods, certain);
  const subject = unlessLeftOver(cilium, isOvertaken);
  return t`${code(spelt)} has no effect: ${subject} needs the socket load balancer to replace kube-proxy and runs it all the same.`;
}

function consequence({ affected, clusterName }: VainSwitch): string {
  const where =
    clusterName === undefined ? t('inside the pods') : t`inside the pods of cluster ${code(clusterName)}`;
  if (affected.length === 0) return t`It works ${where}, where a service mesh would be bypassed.`;
  const who = affected.map(({ presence }) => partWithMembers(presence));
  return t`It works ${where}, before the ${listed(who)} can see the call.`;
}

function action(found: VainSwitch): string {
  const setting = remedyFor(found);
  if (setting === undefined)
    return t('No setting of these versions keeps it out of them: upgrade Cilium to 1.10.5 or later.');
  return found.affected.length > 0
    ? t`Set ${code(setting)} to keep it out of them.`
    : t`Remove the line, or set ${code(setting)} to keep it out of them.`;
}
