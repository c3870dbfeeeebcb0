import { socketLbVerdict, type SocketLbPlace, type SocketLbVerdict } from '../../knowledge/socket-lb.ts';
import type { SettingKey } from '../../knowledge/setting-keys.ts';
import { groupVersions, type CiliumVersion, type VersionSet } from '../../knowledge/versions.ts';
import { installedBy, readingOf } from '../../workspace/release-reading.ts';
import { remembered } from '../../workspace/remembered.ts';
import type { Release } from '../../workspace/releases/release.ts';

/** A release whose socket load balancer works inside pods, in some or all of the versions that it may be. */
export interface InPods {
  readonly release: Release;
  /** The versions in which it does. */
  readonly inPods: VersionSet;
  /** Whether it does in every version that the release may be and that starts with these values. */
  readonly certain: boolean;
  /** The key that turns the socket load balancer on in the newest of them; absent where that version's default does. */
  readonly turnedOnBy: SettingKey | undefined;
}

/** Whether, and in which versions, the socket load balancer of a release works inside pods; absent where it is not known. */
export const inPodsOf = remembered((release: Release): InPods | undefined => {
  const read = readingOf(release);
  const verdictIn = (version: CiliumVersion) => socketLbVerdict(version, read, installedBy(release));
  const byPlace = groupVersions(release.versions, (version) => placeOf(verdictIn(version), release));
  const inPods = byPlace.get('in-pods');
  const newest = inPods?.versions.at(-1);
  if (inPods === undefined || newest === undefined || byPlace.has('unknown')) return undefined;
  const { turnedOnBy } = verdictIn(newest);
  const certain = !byPlace.has('host-only') && !byPlace.has('off');
  return { release, inPods, certain, turnedOnBy };
});

/** Where nothing names a version, the default of some old version proves nothing: only a key can turn it on. */
function placeOf({ place, turnedOnBy }: SocketLbVerdict, { versionEvidence }: Release): SocketLbPlace {
  const isByDefault = place === 'in-pods' && turnedOnBy === undefined;
  return isByDefault && versionEvidence.kind === 'inferred' ? 'off' : place;
}
