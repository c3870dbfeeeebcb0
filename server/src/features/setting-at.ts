import type { Fact } from '../facts/fact.ts';
import type { Setting, SettingsLayer } from '../facts/settings.ts';

/** A setting of a layer, at some place of its file. */
export interface SettingAt {
  readonly layer: SettingsLayer;
  readonly setting: Setting;
}

/** The innermost setting whose key, or scalar value, stands at an offset; absent where none does. */
export function settingAtOffset(facts: readonly Fact[], offset: number): SettingAt | undefined {
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
