import type { Location } from '../facts/location.ts';
import type { KeyPath, SettingsDialect } from '../facts/settings.ts';
import { keysOf, type SettingKey } from '../knowledge/setting-keys.ts';
import { concepts } from '../knowledge/setting-rows.ts';
import { archiveAround } from '../source/chart-archive.ts';
import { pathOf } from '../source/file.ts';
import { effectiveValue, keyLocation, settingAt } from '../workspace/effective.ts';
import type { FileView } from './file-view.ts';
import type { Place } from './inquiry.ts';
import { settingAtPlace } from './setting-at.ts';

/** The keys that decide what the key at a place says, one for each install where they differ. */
export function definitionAt(place: Place, view: FileView): readonly Location[] {
  const found = settingAtPlace(place, view);
  if (found === undefined) return [];
  const { layer, setting, releases } = found;
  const deciding = releases.flatMap(({ layers }) => {
    const value = effectiveValue(layers, setting.path, layer.dialect);
    return value.kind === 'absent' || value.origin === undefined ? [] : [keyLocation(value.origin)];
  });
  return shown(deciding);
}

/** Every layer of the same installs that sets the key at a place, under this name or under another of the same meaning. */
export function referencesAt(place: Place, view: FileView): readonly Location[] {
  const found = settingAtPlace(place, view);
  if (found === undefined) return [];
  const { layer, setting, releases } = found;
  const keys = sameMeaning(setting.path, layer.dialect);
  const all = releases.flatMap(({ layers }) =>
    layers.flatMap((placed) =>
      keys.flatMap(({ path, dialect }) => {
        const own = placed.layer.dialect === dialect ? settingAt(placed.layer, path) : undefined;
        return own === undefined ? [] : [{ uri: placed.uri, span: own.keySpan }];
      }),
    ),
  );
  return shown(all);
}

function sameMeaning(path: KeyPath, dialect: SettingsDialect): readonly SettingKey[] {
  const isThis = (key: SettingKey): boolean =>
    key.dialect === dialect && key.path.join('\0') === path.join('\0');
  const names = concepts.map(keysOf).find((keys) => keys.some(isThis));
  return names ?? [{ path, dialect }];
}

/** Each place once, and none that an editor cannot open. */
function shown(places: readonly Location[]): readonly Location[] {
  const byPlace = new Map(places.map((at) => [`${at.uri} ${at.span.start} ${at.span.end}`, at]));
  return [...byPlace.values()].filter(({ uri }) => archiveAround(pathOf(uri)) === undefined);
}
