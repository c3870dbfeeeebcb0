import { t } from '@vscode/l10n';
import { waypointPlace, type Call, type MeshOnPath, type Step, type TrafficPath } from './model.ts';

/** How a call travels, station by station. */
export function pathOfCall(call: Call): TrafficPath {
  const { mesh } = call;
  const isTranslatedInPod = call.translation === 'socket-in-pods';
  const steps = [
    app(call),
    ...(isTranslatedInPod ? [socketLoadBalancer(call)] : []),
    ...(mesh === undefined ? [] : stationsOfMesh(call, mesh)),
    ...(needsNode(call) ? [node(call)] : []),
    target(call),
  ];
  if (mesh === undefined) {
    const summary = isTranslatedInPod
      ? t('Cilium picks a pod as the app connects; a mesh that comes later would be bypassed.')
      : t('The address of the Service leaves the pod as it is: a mesh could see it.');
    return { steps, verdict: 'no-mesh', summary, lost: [], kept: [] };
  }
  if (!isTranslatedInPod || mesh.effect.severity === 'none') {
    const summary = t`${proxyOf(mesh)} sees the address that was called, and does its work.`;
    return { steps, verdict: 'mesh-works', summary, lost: [], kept: [] };
  }
  return {
    steps,
    verdict: 'mesh-bypassed',
    summary: t`${proxyOf(mesh)} sees a pod IP in place of the Service, so the mesh is bypassed.`,
    lost: mesh.effect.loses.map((lost) => t(lost)),
    kept: mesh.effect.keeps.map((kept) => t(kept)),
  };
}

/** The part of a mesh that catches calls. */
function proxyOf({ title, mode }: MeshOnPath): string {
  return mode === 'ambient' ? 'ztunnel' : t`The ${title} sidecar`;
}

function podOf(name: string): string {
  return t`pod of ${name}`;
}

function app({ caller, service }: Call): Step {
  return {
    place: podOf(caller),
    title: caller,
    text: t`connects to ${service} by its ClusterIP`,
    state: 'neutral',
    leaves: { address: 'Service', encrypted: false },
  };
}

function socketLoadBalancer({ caller, mesh }: Call): Step {
  return {
    place: podOf(caller),
    title: 'Cilium socket LB',
    text: t('puts a pod IP in place of the ClusterIP, in connect() itself'),
    state: mesh === undefined || mesh.effect.severity === 'none' ? 'neutral' : 'harm',
    leaves: { address: 'pod', encrypted: false },
  };
}

function stationsOfMesh(call: Call, mesh: MeshOnPath): readonly Step[] {
  return mesh.mode === 'ambient' ? stationsOfAmbient(call, mesh) : [sidecar(call, mesh)];
}

function sidecar({ caller, service, translation }: Call, mesh: MeshOnPath): Step {
  const place = podOf(caller);
  const title = t`${mesh.title} sidecar`;
  if (translation === 'socket-in-pods' && mesh.effect.severity !== 'none') {
    const keepsEncryption = mesh.effect.keeps.some((kept) => kept.startsWith('mTLS'));
    return {
      place,
      title,
      text: keepsEncryption
        ? t`sees a pod IP, not ${service}: encrypts, but routes nothing`
        : t`sees a pod IP, not ${service}: passes the call through as it is`,
      state: 'bypassed',
      leaves: { address: 'pod', encrypted: keepsEncryption },
    };
  }
  return {
    place,
    title,
    text: t`knows ${service}: routes, policies, retries, then picks a pod`,
    state: 'works',
    leaves: { address: 'pod', encrypted: true },
  };
}

function stationsOfAmbient({ caller, service, translation }: Call, mesh: MeshOnPath): readonly Step[] {
  const isBypassed = translation === 'socket-in-pods' && mesh.effect.severity !== 'none';
  const ztunnel: Step = {
    place: podOf(caller),
    title: 'ztunnel',
    text: isBypassed
      ? t('sees a pod IP and sends the call there, encrypted')
      : mesh.waypoint === undefined
        ? t`sees ${service} and picks a pod`
        : t`sees ${service} and hands the call to its waypoint`,
    state: isBypassed ? (mesh.waypoint === undefined ? 'bypassed' : 'neutral') : 'works',
    leaves: { address: isBypassed || mesh.waypoint === undefined ? 'pod' : 'Service', encrypted: true },
  };
  if (mesh.waypoint === undefined) return [ztunnel];
  const waypoint: Step = {
    place: waypointPlace,
    title: mesh.waypoint,
    text: isBypassed
      ? t('is never asked: no route or policy of it counts')
      : t('applies routes and policies'),
    state: isBypassed ? 'bypassed' : 'works',
    leaves: { address: 'pod', encrypted: true },
  };
  return [ztunnel, waypoint];
}

/** A waypoint takes the node's place in the picture: there are five stations at most. */
function needsNode({ mesh }: Call): boolean {
  return mesh?.mode !== 'ambient' || mesh.waypoint === undefined;
}

function node({ mesh, translation }: Call): Step {
  const isTranslated = mesh !== undefined || translation === 'socket-in-pods';
  const isEncrypted =
    mesh !== undefined &&
    (translation !== 'socket-in-pods' ||
      mesh.mode === 'ambient' ||
      mesh.effect.severity === 'none' ||
      mesh.effect.keeps.some((kept) => kept.startsWith('mTLS')));
  return {
    place: t('node'),
    title: translation === 'kube-proxy' ? 'kube-proxy' : 'Cilium',
    text: isTranslated
      ? t('passes the packet on: it carries a pod IP already')
      : translation === 'kube-proxy'
        ? t('translates by iptables, outside the pod')
        : t("translates at the pod's network interface, outside the pod"),
    state: 'neutral',
    leaves: { address: 'pod', encrypted: isEncrypted },
  };
}

function target({ service }: Call): Step {
  return {
    place: podOf(service),
    title: service,
    text: t('takes the call'),
    state: 'neutral',
    leaves: undefined,
  };
}
