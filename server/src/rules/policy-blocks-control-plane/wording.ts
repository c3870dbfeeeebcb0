import { t } from '@vscode/l10n';
import { clusterDns, type ControlPlanePort } from '../../knowledge/control-planes.ts';
import { podsNamed } from '../wording/pod-words.ts';
import { code, listed, unique } from '../wording/words.ts';
import type { CutOff } from './detect.ts';
import type { Need } from './needs.ts';

/** Fact, consequence, action. */
export function cutOffMessage(cutOff: CutOff): string {
  return cutOff.direction === 'egress' ? outwards(cutOff) : inwards(cutOff);
}

function outwards({ policy: { fact }, pods, needs }: CutOff): string {
  const missing = listed(needs.map(destination));
  const planes = needs.flatMap((need) => (need.kind === 'dns' ? [] : [need]));
  const consequence =
    planes.length === 0
      ? t('Calls by name fail, before the mesh could carry them.')
      : withoutCalls(planes.map(({ port }) => port));
  return t`Policy ${code(fact.name)} makes ${podsNamed(pods)} send only what policies allow, and none allows ${missing}. ${consequence} Allow it in a rule for egress.`;
}

function withoutCalls(ports: readonly ControlPlanePort[]): string {
  return ports.some(({ isNeededToStart }) => isNeededToStart)
    ? t('Without it sidecars get neither certificates nor configuration, and their pods never become ready.')
    : t`Without it ${listed(unique(ports.map(({ without }) => t(without))))}.`;
}

function inwards({ policy: { fact }, needs }: CutOff): string {
  const planes = needs.flatMap((need) => (need.kind === 'dns' ? [] : [need]));
  const names = listed(
    unique(planes.map(({ plane, namespace }) => t`${code(plane.name)} in ${code(namespace)}`)),
  );
  const calls = listed(
    planes.map(({ port }) => t`${code(`TCP ${port.port}`)} from ${callerNames[port.caller]()}`),
  );
  const consequences = listed(unique(planes.map(({ port }) => t(port.without))));
  return t`Policy ${code(fact.name)} lets into ${names} only what policies allow, and none allows ${calls}. While that is so, ${consequences}. Allow it in a rule for ingress.`;
}

const callerNames = { proxy: () => t('the proxies'), 'api-server': () => t('the API server') } as const;

function destination(need: Need): string {
  return need.kind === 'dns'
    ? t`DNS on port ${code(String(clusterDns.port))}`
    : t`${code(need.plane.name)} in ${code(need.namespace)} on ${code(`TCP ${need.port.port}`)}`;
}
