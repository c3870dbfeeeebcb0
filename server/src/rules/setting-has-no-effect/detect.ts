import { effectOf, isEverIgnored, type Effect } from '../../knowledge/ignored-settings.ts';
import { refusalOf } from '../../knowledge/refusals.ts';
import { keysOf } from '../../knowledge/setting-keys.ts';
import { socketLbPlace } from '../../knowledge/socket-lb.ts';
import { isSamePath } from '../../knowledge/same-path.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import type { Checked } from '../rule.ts';
import { isKnownToVendoredChart, settingsWritten, type Occurrence } from '../detection/written-settings.ts';

/** What a version makes of a setting that it does not obey. */
export type Disobeyed = Extract<Effect, { readonly kind: 'ignored' | 'overruled' }>;

/** A setting that does nothing in any version that its release may be. */
export interface DeadSetting extends Occurrence {
  /** As the newest of the versions has it. */
  readonly effect: Disobeyed;
  /** It would keep the socket load balancer out of pods, where it now works. */
  readonly leavesMeshOpen: boolean;
}

/**
 * Settings that no release obeys of those that they are a part of: files are often shared by installs of different
 * versions, and carry the keys of both. One entry for each release.
 */
export function deadSettings({ clusters }: Checked): readonly DeadSetting[] {
  const mayBeDead = ({ path, value }: Occurrence['setting']): boolean =>
    value.kind === 'known' && isEverIgnored(path);
  return settingsWritten(clusters, mayBeDead).flatMap((occurrences) => {
    const dead = occurrences.flatMap((occurrence) => deadIn(occurrence) ?? []);
    return dead.length === occurrences.length ? dead : [];
  });
}

function deadIn(occurrence: Occurrence): DeadSetting | undefined {
  const { release, setting } = occurrence;
  const { path, value } = setting;
  if (value.kind !== 'known' || isKnownToVendoredChart(release, setting)) return undefined;
  const read = readingOf(release);
  let newest: Disobeyed | undefined;
  for (const version of release.versions.versions) {
    if (refusalOf(version, read) !== undefined) return undefined;
    const effect = effectOf(path, value.value, version, read);
    if (effect.kind === 'obeyed' || effect.kind === 'unknown') return undefined;
    newest = effect;
  }
  if (newest === undefined || (newest.kind === 'overruled' && !decides(occurrence))) return undefined;
  return {
    ...occurrence,
    effect: newest,
    leavesMeshOpen: newest.kind === 'ignored' && leavesMeshOpen(occurrence),
  };
}

/** What a later layer replaces is not overruled by anything else. */
function decides({ release, setting }: Occurrence): boolean {
  return originOf(release, { path: setting.path, dialect: 'helm' })?.setting === setting;
}

/** Off is the default of these keys, so whatever is ignored here would turn them on. */
function leavesMeshOpen({ release, setting }: Occurrence): boolean {
  const read = readingOf(release);
  const dialect = installedBy(release);
  return (
    keysOf('hostNamespaceOnly').some(({ path }) => isSamePath(path, setting.path)) &&
    release.versions.versions.every((version) => socketLbPlace(version, read, dialect) === 'in-pods')
  );
}
