import type { Location } from '../../facts/location.ts';
import { replacesKubeProxy, socketLbVerdict, type SocketLbPlace } from '../../knowledge/socket-lb.ts';
import { groupVersions } from '../../knowledge/versions.ts';
import { inPodsOf } from '../../rules/detection/in-pods.ts';
import { remedyFor } from '../../rules/fixes/keep-out-of-pods.ts';
import { ciliumOf } from '../../rules/wording/release-words.ts';
import { placeInRelease } from '../../rules/detection/standing.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { MeshPresence } from '../../workspace/mesh-presence.ts';
import { installedBy, readingOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import type { InstallOverview, Switch } from './model.ts';
import { needsOf } from './needs.ts';
import { pathsIn } from './paths.ts';

/** One install, for views; absent where no file of the workspace could be shown for it. */
export function installOverview(
  release: Release,
  cluster: Cluster,
  meshes: readonly MeshPresence[],
): InstallOverview | undefined {
  const at = placeInRelease(release, undefined);
  if (at === undefined) return undefined;
  const socketLb = socketLbOf(release);
  const inPods = inPodsOf(release);
  const remedy = inPods && remedyFor(inPods);
  return {
    title: ciliumOf(release, release.versions, true),
    at,
    whole: wholeCommand(at, release) ?? at,
    standing: release.standing,
    replacesKubeProxy: replacementOf(release),
    socketLb,
    needs: needsOf(release, cluster, meshes),
    paths: pathsIn(cluster, meshes, socketLb, remedy),
  };
}

/** The command that a place stands in. It may go over several lines, which nothing should part. */
function wholeCommand(at: Location, { layers }: Release): Location | undefined {
  const placed = layers.find(
    ({ uri, layer: { carrier, span } }) =>
      uri === at.uri &&
      carrier === 'helm-command' &&
      span.start <= at.span.start &&
      at.span.start <= span.end,
  );
  return placed && { uri: placed.uri, span: placed.layer.span };
}

/** The same in all versions that the release may be, or not. */
function socketLbOf(release: Release): SocketLbPlace | 'depends' {
  const read = readingOf(release);
  const places = groupVersions(
    release.versions,
    (version) => socketLbVerdict(version, read, installedBy(release)).place,
  );
  const [only] = places.keys();
  return places.size === 1 && only !== undefined ? only : 'depends';
}

function replacementOf(release: Release): Switch {
  const read = readingOf(release);
  const answers = groupVersions(release.versions, (version) =>
    replacesKubeProxy(version, read, installedBy(release)),
  );
  const [only] = answers.keys();
  if (answers.size !== 1 || only === undefined) return answers.has('unknown') ? 'unknown' : 'depends';
  return only === 'yes' ? 'on' : only === 'no' ? 'off' : 'unknown';
}
