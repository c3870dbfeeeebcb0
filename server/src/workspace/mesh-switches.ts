import type { Location } from '../facts/location.ts';
import type { Setting, SettingValue } from '../facts/settings.ts';
import type { MeshComponent, MeshInstall, MeshSwitch } from '../knowledge/mesh-installs.ts';

/** Settings that switch parts of a mesh, and the file they stand in. */
export interface MeshLayer {
  readonly uri: string;
  readonly settings: readonly Setting[];
}

/** What switches come to. */
export interface SwitchedParts {
  readonly parts: readonly {
    readonly install: MeshInstall;
    /** The key as written from the root of the chart's values. */
    readonly key: string;
    readonly at: Location;
  }[];
  /** Parts that the chart would bring by itself, but does not with these values. */
  readonly without: ReadonlySet<MeshComponent>;
}

/**
 * What the switches of a chart come to with some layers of values, lowest first. A plugin that is not chained takes the
 * place of the chained one; a switch that cannot be read brings nothing, but takes away what it may take away.
 */
export function switchedParts(switches: readonly MeshSwitch[], layers: readonly MeshLayer[]): SwitchedParts {
  const without = new Set<MeshComponent>();
  const found = switches.flatMap((one) => {
    const decided = decidingIn(layers, one.path);
    if (decided === undefined) return [];
    const state = stateOf(decided.setting.value, one);
    if (state === 'off') return [];
    if (one.removes) without.add(one.component);
    if (one.component === 'unchained-cni-plugin') without.add('cni-plugin');
    if (one.removes || state === 'unknown') return [];
    const { mesh, component } = one;
    const at = { uri: decided.uri, span: decided.setting.keySpan };
    return [{ install: { mesh, component }, key: one.path.join('.'), at }];
  });
  return { parts: found.filter(({ install }) => !without.has(install.component)), without };
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

/** `--set-string` and quotes make texts of booleans. */
function stateOf(value: SettingValue, { values }: MeshSwitch): 'on' | 'off' | 'unknown' {
  if (value.kind === 'unknown') return 'unknown';
  return value.kind === 'known' && values.some((wanted) => String(wanted) === String(value.value))
    ? 'on'
    : 'off';
}
