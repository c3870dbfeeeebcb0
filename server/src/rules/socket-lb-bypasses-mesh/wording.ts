import { t } from '@vscode/l10n';
import { isKernelTooOld } from '../../knowledge/kernel.ts';
import type { AffectedMesh } from '../detection/affected-meshes.ts';
import { remedyFor } from '../fixes/keep-out-of-pods.ts';
import { partWithMembers } from '../wording/mesh-words.ts';
import { ciliumOf, unlessLeftOver } from '../wording/release-words.ts';
import { capitalized, code, listed, listedAtMost, unique } from '../wording/words.ts';
import type { BypassedMesh } from './detect.ts';

/** Fact, consequence, action, for a cluster in which meshes are passed by. */
export function bypassMessage(bypassed: BypassedMesh, affected: readonly AffectedMesh[]): string {
  return [fact(bypassed, affected), consequence(bypassed, affected), action(bypassed)].join(' ');
}

/** The same for a cluster without any mesh in sight. */
export function noMeshMessage(bypassed: BypassedMesh): string {
  return t`${translates(bypassed)}. No service mesh is in sight here; before one is added, ${precaution(bypassed)}, or calls will bypass it.`;
}

/** The same where workloads were meant to take part in Istio, by an annotation that has to be a label. */
export function misplacedMessage(bypassed: BypassedMesh): string {
  return t`${translates(bypassed)}. Namespaces ask for Istio sidecars by an annotation, which Istio reads as a label only, so there are none to bypass yet. Before the labels are put right, ${precaution(bypassed)}.`;
}

function precaution({ bypass }: BypassedMesh): string {
  const setting = remedyFor(bypass);
  return setting === undefined ? t('upgrade Cilium to 1.10.5 or later') : t`set ${code(setting)}`;
}

function fact(bypassed: BypassedMesh, affected: readonly AffectedMesh[]): string {
  const who = affected.map(({ presence }) => partWithMembers(presence));
  return t`${translates(bypassed)}, before the ${listed(who)} can see the call.`;
}

function translates({ bypass, clusterName }: BypassedMesh): string {
  const subject = capitalized(unlessLeftOver(cilium(bypass), bypass.isOvertaken));
  return clusterName === undefined
    ? t`${subject} replaces a Service's ClusterIP by a pod IP inside the pods`
    : t`${subject} replaces a Service's ClusterIP by a pod IP inside the pods of cluster ${code(clusterName)}`;
}

/** `Cilium 1.13.2`, and how that is known where it is not simply pinned. */
function cilium({ release, inPods, certain }: BypassedMesh['bypass']): string {
  return ciliumOf(release, inPods, certain);
}

function consequence({ lost }: BypassedMesh, affected: readonly AffectedMesh[]): string {
  const waypoints = affected.flatMap(({ presence }) =>
    presence.waypoints.map(({ fact: { name } }) => t`waypoint ${code(name)}`),
  );
  const resources = lost.map(({ fact: { resource, name } }) => `${resource} ${code(name)}`);
  const byName = unique([...waypoints, ...resources]);
  const features = unique(affected.flatMap(({ effect }) => effect.loses.map((lost) => t(lost))));
  const loss = t`To the mesh, calls to Services look like calls to single pods and lose ${listed(features)}`;
  if (byName.length === 0) return `${loss}.`;
  return byName.length === 1
    ? t`${loss}; ${listed(byName)} has no effect on them.`
    : t`${loss}; ${listedAtMost(byName, 3)} have no effect on them.`;
}

function action({ bypass }: BypassedMesh): string {
  const setting = remedyFor(bypass);
  if (setting === undefined)
    return t('No setting of these versions prevents it: upgrade Cilium to 1.10.5 or later.');
  const { kernel } = bypass.release;
  if (kernel !== undefined && isKernelTooOld('hostNamespaceOnly', kernel))
    return t`Set ${code(setting)} and move the nodes to Linux 5.7: with ${kernel} Cilium leaves the setting out.`;
  return t`Set ${code(setting)}, so that Cilium translates outside the pod.`;
}
