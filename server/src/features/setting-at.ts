import type { Fact } from '../facts/fact.ts';
import type { Setting, SettingsLayer } from '../facts/settings.ts';
import type { Release } from '../workspace/releases/release.ts';
import type { FileView } from './file-view.ts';
import type { Place } from './inquiry.ts';
import { releasesOfLayer } from './releases-of-layer.ts';
import { valuesByPlace } from './values-by-place.ts';

/** A setting of a layer, at some place of its file. */
export interface SettingAt {
  readonly layer: SettingsLayer;
  readonly setting: Setting;
}

/** A setting, and the installs that its layer belongs to. */
export interface ReleasedSetting extends SettingAt {
  readonly releases: readonly Release[];
}

/** The setting at a place, also of a file that only its place makes values of Cilium; absent where none stands. */
export function settingAtPlace({ text, offset }: Place, view: FileView): ReleasedSetting | undefined {
  const found = settingAtOffset(view.facts, offset);
  if (found !== undefined) return { ...found, releases: releasesOfLayer(found.layer, view.workspace) };
  for (const { layer, releases } of valuesByPlace(text, view.facts, view)) {
    const own = settingAtOffset([layer], offset);
    if (own !== undefined) return { ...own, releases };
  }
  return undefined;
}

/** The innermost setting whose key, or scalar value, stands at an offset; absent where none does. */
function settingAtOffset(facts: readonly Fact[], offset: number): SettingAt | undefined {
  for (const layer of facts) {
    if (layer.kind !== 'settings') continue;
    const setting = layer.settings.findLast(
      ({ keySpan, valueSpan, value }) =>
        holds(keySpan, offset) || (value.kind === 'known' && holds(valueSpan, offset)),
    );
    if (setting !== undefined) return { layer, setting };
  }
  return undefined;
}

function holds(span: { readonly start: number; readonly end: number }, offset: number): boolean {
  return span.start <= offset && offset <= span.end && span.start < span.end;
}
