import type { Call, MeshOnPath } from '../../server/src/features/traffic-path/model.ts';
import { pathOfCall } from '../../server/src/features/traffic-path/path-of-call.ts';
import { effectOf } from '../../server/src/knowledge/mesh-effects.ts';
import { tallPicture, type Ground } from './tall-picture.ts';

/** A picture of how a call travels, as a file. */
export interface TrafficPicture {
  /** From the root of the repository. */
  readonly file: string;
  readonly text: () => string;
}

const sidecar = meshOf('sidecar', false);
const ambient = meshOf('ambient', true);

/** What is bypassed and what is mended, with sidecars and in ambient mode, each on light and on dark ground. */
export const trafficPictures: readonly TrafficPicture[] = [
  ...pictures('sidecar-bypassed', sidecar, 'socket-in-pods'),
  ...pictures('sidecar-mended', sidecar, 'socket-on-host'),
  ...pictures('ambient-bypassed', ambient, 'socket-in-pods'),
  ...pictures('ambient-mended', ambient, 'socket-on-host'),
];

function pictures(
  name: string,
  mesh: MeshOnPath | undefined,
  translation: Call['translation'],
): readonly TrafficPicture[] {
  const path = pathOfCall({ caller: 'orders', service: 'reviews', translation, mesh });
  return (['light', 'dark'] satisfies Ground[]).map((ground) => ({
    file: `docs/images/${name}-${ground}.svg`,
    text: () => tallPicture(path, name, ground),
  }));
}

function meshOf(mode: 'sidecar' | 'ambient', waypoints: boolean): MeshOnPath | undefined {
  const effect = effectOf('istio', mode, { waypoints });
  return effect && { title: 'Istio', mode, waypoint: waypoints ? 'waypoint' : undefined, effect };
}
