import { t } from '@vscode/l10n';
import type { PolicyPort } from '../../facts/policy.ts';
import { meshTitle } from '../wording/mesh-words.ts';
import { podsNamed } from '../wording/pod-words.ts';
import { code, listed, unique } from '../wording/words.ts';
import type { BlockedMeshPort } from './detect.ts';

/** Fact, consequence, action. */
export function blockedMessage(blocked: BlockedMeshPort): string {
  const { port, direction } = blocked;
  return [
    t`${opened(blocked)}, but not ${code(`TCP ${port.port}`)}, to which ${carrier(blocked)} carries calls between its pods.`,
    direction === 'ingress'
      ? t('What the mesh sends there is dropped, whatever port was called.')
      : t('The calls are dropped on their way out.'),
    t`Allow ${code(`TCP ${port.port}`)} beside it.`,
  ].join(' ');
}

function opened({ policy, direction, meant, pairs }: BlockedMeshPort): string {
  const { resource, name } = policy.fact;
  const own = podsNamed(pairs.map(({ pods }) => pods));
  const others = podsNamed(pairs.map(({ peer }) => peer));
  const ports = code(listed(unique(meant.map(portText))));
  return direction === 'ingress'
    ? t`${resource} ${code(name)} lets pods of the mesh reach ${own} on ${ports}`
    : t`${resource} ${code(name)} lets ${own} call ${others} on ${ports}`;
}

function portText({ port }: PolicyPort): string {
  switch (port.kind) {
    case 'range':
      return port.from === port.to ? String(port.from) : `${port.from}-${port.to}`;
    case 'name':
      return port.name;
    case 'unknown':
      return '?';
  }
}

function carrier({ port: { mesh, from } }: BlockedMeshPort): string {
  return from === 'ambient' ? t`${meshTitle(mesh)} ambient` : meshTitle(mesh);
}
