import { t } from '@vscode/l10n';
import { deprecatedSettings, type DeprecatedSetting } from '../../knowledge/deprecated-features.ts';
import { narrow, type VersionSet } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { originOf, readingOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import type { Finding, Severity } from '../finding.ts';
import { ciliumOf } from '../wording/release-words.ts';
import { isOvertaken, placeInRelease } from '../detection/standing.ts';
import { capitalized, code } from '../wording/words.ts';
import { adviceOf, timesOf } from './wording.ts';

/** Settings of a cluster's releases that work, but will not much longer. */
export function deprecatedSettingsIn(cluster: Cluster): readonly Finding[] {
  return cluster.releases.flatMap((release) => {
    const read = readingOf(release);
    const rows = new Set(release.versions.versions.flatMap((version) => deprecatedSettings(version, read)));
    return [...rows].flatMap((row) => {
      const concerned = narrow(release.versions, (version) =>
        deprecatedSettings(version, read).includes(row),
      );
      return findingOf(row, concerned, release, isOvertaken(release, cluster));
    });
  });
}

function findingOf(
  row: DeprecatedSetting,
  concerned: VersionSet,
  release: Release,
  overtaken: boolean,
): readonly Finding[] {
  const origin = originOf(release, row.key);
  const at = origin === undefined ? undefined : placeInRelease(release, origin);
  const certain = concerned.versions.length === release.versions.versions.length;
  const severity = severityOf(row, certain, overtaken);
  if (at === undefined || severity === undefined) return [];
  const value = origin?.setting.value.kind === 'known' ? `: ${String(origin.setting.value.value)}` : '';
  const key = code(`${row.key.path.join('.')}${value}`);
  const cilium = capitalized(ciliumOf(release, concerned, certain));
  const message = t`${t(row.title)} (${key}) is ${timesOf(row)}. ${cilium} still takes it. ${adviceOf(row)}`;
  return [{ rule: 'deprecated-feature', severity, message, at, related: [], fixes: [] }];
}

/** Where only some versions are concerned it is a step milder; what is mild anyway is then not worth a word. */
function severityOf(row: DeprecatedSetting, certain: boolean, overtaken: boolean): Severity | undefined {
  if (!certain && row.severity === 'information') return undefined;
  return certain && !overtaken ? row.severity : 'information';
}
