import type { Location } from '../../facts/location.ts';
import { encryptionVerdict } from '../../knowledge/encryption.ts';
import { refusalOf } from '../../knowledge/refusals.ts';
import { groupVersions, type CiliumVersion, type VersionSet } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { originOf, readingOf, installedBy } from '../../workspace/release-reading.ts';
import { remembered } from '../../workspace/remembered.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { isOvertaken, placeInRelease } from '../detection/standing.ts';

/** Encryption that is asked for and does not come. */
export interface MissingEncryption {
  readonly release: Release;
  readonly type: string;
  readonly versions: VersionSet;
  /** Whether nothing is encrypted in any version that the release may be. */
  readonly certain: boolean;
  readonly at: Location;
  readonly isOvertaken: boolean;
}

/** Every release of a cluster that asks its chart for a kind of encryption that it does not know. */
export function missingEncryptionIn(cluster: Cluster): readonly MissingEncryption[] {
  return cluster.releases.flatMap((release) => missingEncryptionOf(release, cluster) ?? []);
}

function missingEncryptionOf(release: Release, cluster: Cluster): MissingEncryption | undefined {
  if (installedBy(release) === 'agent') return undefined;
  const byState = versionsByState(release);
  const versions = byState.get('nothing');
  const newest = versions?.versions.at(-1);
  if (versions === undefined || newest === undefined || byState.has('unknown')) return undefined;
  const verdict = encryptionVerdict(newest, readingOf(release));
  const origin = verdict.kind === 'nothing' ? originOf(release, verdict.key) : undefined;
  if (verdict.kind !== 'nothing' || origin === undefined) return undefined;
  const at = placeInRelease(release, origin);
  if (at === undefined) return undefined;
  const certain = !byState.has('as-asked');
  return {
    release,
    type: verdict.type,
    versions,
    certain,
    at,
    isOvertaken: isOvertaken(release, cluster),
  };
}

const versionsByState = remembered((release: Release) =>
  groupVersions(release.versions, (version) => stateIn(version, release)),
);

function stateIn(version: CiliumVersion, release: Release) {
  const read = readingOf(release);
  return refusalOf(version, read) === undefined ? encryptionVerdict(version, read).kind : 'rejected';
}
