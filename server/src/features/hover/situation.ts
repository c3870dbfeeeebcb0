import { t } from '@vscode/l10n';
import type { KeyPath, SettingsDialect, SettingValue } from '../../facts/settings.ts';
import type { Location } from '../../facts/location.ts';
import { existsEver, existsIn, firstVersionOf, lastMinorOf } from '../../knowledge/keys.ts';
import { replacementFor } from '../../knowledge/renames.ts';
import { assumption, describeVersions, narrow } from '../../knowledge/versions.ts';
import { effectiveValue, keyLocation, type Effective } from '../../workspace/effective.ts';
import type { Position } from '../../workspace/positions.ts';
import type { Release } from '../../workspace/releases/release.ts';

/** How a key stands in the installs that its layer belongs to. */
export interface Situation {
  readonly path: KeyPath;
  readonly dialect: SettingsDialect;
  readonly value: SettingValue;
  readonly releases: readonly Release[];
  readonly positionAt: (at: Location) => Position;
}

/** What is in force in each install and which line decides it, and where a version does not know the key. Each thing once. */
export function situationOf(situation: Situation): readonly string[] {
  const lines = situation.releases.flatMap((release) => [
    inForce(situation, release),
    ...unknownTo(situation, release),
    ...assumed(release),
  ]);
  return [...new Set(lines)];
}

function inForce({ path, dialect, positionAt }: Situation, release: Release): string {
  const value = effectiveValue(release.layers, path, dialect);
  const origin = originOf(value, release, positionAt);
  const versions = describeVersions(release.versions);
  return origin === undefined
    ? t`**In force here:** ${spelled(value)} for Cilium ${versions}.`
    : t`**In force here:** ${spelled(value)} for Cilium ${versions}, decided by ${origin}.`;
}

function spelled(value: Effective): string {
  switch (value.kind) {
    case 'known':
      return `\`${value.value === null ? 'null' : String(value.value)}\``;
    case 'structure':
      return t('what stands below it');
    case 'unknown':
      return t('a value that these files do not tell');
    case 'absent':
      return t("the chart's default");
  }
}

/** Which line decides, where it is not the only layer. */
function originOf(
  value: Effective,
  release: Release,
  positionAt: Situation['positionAt'],
): string | undefined {
  if (release.layers.length < 2 || value.kind === 'absent' || value.origin === undefined) return undefined;
  const at = keyLocation(value.origin);
  const file = decodeURIComponent(at.uri.slice(at.uri.lastIndexOf('/') + 1));
  const line = positionAt(at).line + 1;
  return `[${t`${file} line ${line}`}](${at.uri}#L${line})`;
}

/** Says that a version ignores the key, and what to write instead. */
function unknownTo({ path, dialect, value }: Situation, { versions }: Release): readonly string[] {
  if (dialect !== 'helm' || !existsEver(path)) return [];
  const without = narrow(versions, (version) => !existsIn(path, version));
  const [oldest] = without.versions;
  if (oldest === undefined) return [];
  const first = firstVersionOf(path);
  const last = lastMinorOf(path);
  const isBefore = first !== undefined && !existsIn(path, oldest) && last === undefined;
  const when = isBefore
    ? t`It came with ${first}.`
    : last === undefined
      ? ''
      : t`The last to know it was ${last}.`;
  const instead = value.kind === 'known' ? replacementFor(path, value.value, oldest) : undefined;
  const advice =
    instead === undefined ? '' : t`There one writes \`${instead.path.join('.')}: ${String(instead.value)}\`.`;
  const ignored = t`**Ignored** by Cilium ${describeVersions(without)}, which does not know it.`;
  return [[ignored, when, advice].filter((part) => part !== '').join(' ')];
}

/** A version newer than the data: by which it is judged. */
function assumed({ versions }: Release): readonly string[] {
  const found = assumption(versions);
  return found === undefined
    ? []
    : [
        t`Cilium ${found.version} is newer than any version known here and is treated like ${found.treatedLike}.`,
      ];
}
