import type { Call, MeshOnPath } from '../../server/src/features/traffic-path/model.ts';
import { pathOfCall } from '../../server/src/features/traffic-path/path-of-call.ts';
import { effectOf } from '../../server/src/knowledge/mesh-effects.ts';
import { speak } from '../../server/src/lsp/language.ts';
import { tallPicture, type Ground } from './tall-picture.ts';

/** A picture of how a call travels, as a file. */
export interface TrafficPicture {
  /** From the root of the repository. */
  readonly file: string;
  readonly text: () => string;
}

const sidecar = meshOf('sidecar', false);
const ambient = meshOf('ambient', true);

/** Languages with pictures of their own, and where these lie. */
const folders = [
  { locale: 'en', folder: 'docs/images' },
  { locale: 'de', folder: 'docs/images/de' },
] as const;

/** The pictures of the walkthrough: what is bypassed and what is mended, in each language, on light and on dark ground. */
export const trafficPictures: readonly TrafficPicture[] = [
  ...pictures('sidecar-bypassed', sidecar, 'socket-in-pods'),
  ...pictures('sidecar-mended', sidecar, 'socket-on-host'),
  ...pictures('ambient-mended', ambient, 'socket-on-host'),
];

function pictures(
  name: string,
  mesh: MeshOnPath | undefined,
  translation: Call['translation'],
): readonly TrafficPicture[] {
  const call: Call = { caller: 'orders', service: 'reviews', translation, mesh };
  return folders.flatMap(({ locale, folder }) =>
    (['light', 'dark'] satisfies Ground[]).map((ground) => ({
      file: `${folder}/${name}-${ground}.svg`,
      text: () => {
        speak(locale);
        const picture = tallPicture(pathOfCall(call), name, ground);
        speak(undefined);
        return picture;
      },
    })),
  );
}

function meshOf(mode: 'sidecar' | 'ambient', waypoints: boolean): MeshOnPath | undefined {
  const effect = effectOf('istio', mode, { waypoints });
  return effect && { title: 'Istio', mode, waypoint: waypoints ? 'waypoint' : undefined, effect };
}
