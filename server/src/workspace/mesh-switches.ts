import type { Location } from '../facts/location.ts';
import type { Setting } from '../facts/settings.ts';
import {
  switched,
  type MeshComponent,
  type MeshInstall,
  type MeshSwitch,
} from '../knowledge/mesh-installs.ts';
import type { Reading } from '../knowledge/reading.ts';

/** Settings that switch parts of a mesh, and the file they stand in. */
export interface MeshLayer {
  readonly uri: string;
  readonly settings: readonly Setting[];
}

/** What the switches of a chart come to in a release. */
export interface SwitchedParts {
  readonly parts: readonly {
    readonly install: MeshInstall;
    /** The key from the root of the chart's values. */
    readonly key: string;
    readonly at: Location;
  }[];
  /** Parts that the chart would bring by itself, but does not with these values. */
  readonly without: ReadonlySet<MeshComponent>;
}

/** What the switches of a chart come to with some layers of values, lowest first. */
export function switchedParts(switches: readonly MeshSwitch[], layers: readonly MeshLayer[]): SwitchedParts {
  const { on, without } = switched(switches, (path) => readingOf(decidingIn(layers, path)?.setting));
  const parts = on.flatMap(({ mesh, component, path }) => {
    const decided = decidingIn(layers, path);
    if (decided === undefined) return [];
    const at = { uri: decided.uri, span: decided.setting.keySpan };
    return [{ install: { mesh, component }, key: path.join('.'), at }];
  });
  return { parts, without };
}

/** The setting of the highest layer that says something at a path. */
function decidingIn(
  layers: readonly MeshLayer[],
  path: readonly string[],
): { readonly uri: string; readonly setting: Setting } | undefined {
  for (const { uri, settings } of layers.toReversed()) {
    const setting = settings.findLast(
      (one) => one.path.length === path.length && one.path.every((key, index) => key === path[index]),
    );
    if (setting !== undefined) return { uri, setting };
  }
  return undefined;
}

function readingOf(setting: Setting | undefined): Reading {
  if (setting === undefined) return { kind: 'absent' };
  const { value } = setting;
  if (value.kind === 'known') return { kind: 'known', value: value.value };
  return { kind: value.kind === 'unknown' ? 'unknown' : 'absent' };
}
