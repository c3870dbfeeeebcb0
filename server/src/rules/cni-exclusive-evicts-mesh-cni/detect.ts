import type { Placed } from '../../facts/fact.ts';
import type { Location } from '../../facts/location.ts';
import type { MeshInstallFact } from '../../facts/mesh-install.ts';
import { cniExclusiveKey, cniVerdict } from '../../knowledge/cni-ownership.ts';
import { evictionOf, type Eviction, type MeshComponent } from '../../knowledge/mesh-installs.ts';
import type { MeshName } from '../../knowledge/meshes.ts';
import type { SettingKey } from '../../knowledge/setting-keys.ts';
import { groupVersions, type CiliumVersion, type VersionSet } from '../../knowledge/versions.ts';
import { pathOf } from '../../source/file.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { groupBy } from '../../workspace/group.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import { remembered } from '../../workspace/remembered.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { isOvertaken, placeInRelease } from '../detection/standing.ts';

/** A release of Cilium that takes the CNI configuration for itself, in the versions of `exclusive`. */
export interface Takeover {
  readonly release: Release;
  readonly exclusive: VersionSet;
  /** Whether it does so in every version that the release may be and that starts with these values. */
  readonly certain: boolean;
  /** The key that says so; absent where the default of the newest of them does. */
  readonly decidedBy: SettingKey | undefined;
  /** The key by which the newest of them shares the configuration. */
  readonly key: SettingKey;
  readonly at: Location;
  readonly isOvertaken: boolean;
}

/** A mesh whose CNI plugin is taken out of the configuration, and what installs the plugin. */
export interface EvictedPlugin {
  readonly mesh: MeshName;
  readonly eviction: Eviction;
  /** Never empty. */
  readonly installs: readonly Placed<MeshInstallFact>[];
}

/** A release and the plugins of its cluster that it evicts. */
export interface Evicting {
  readonly takeover: Takeover;
  readonly plugins: readonly EvictedPlugin[];
  readonly clusterName: string | undefined;
}

/**
 * Every release of a cluster that evicts the CNI plugin of a mesh.
 *
 * @param isSample whether a file, by decoded path, is only there to be copied
 */
export function evictingIn(cluster: Cluster, isSample: (path: string) => boolean): readonly Evicting[] {
  return cluster.releases.flatMap((release) => {
    const found = takeoverOf(release);
    const plugins = found === undefined ? [] : pluginsBeside(release, cluster.facts, isSample);
    if (found === undefined || plugins.length === 0) return [];
    const takeover = { ...found, isOvertaken: isOvertaken(release, cluster) };
    if (isFragment(takeover)) return [];
    return [{ takeover, plugins, clusterName: cluster.name }];
  });
}

/** A values file that something firmer passes over may be a part of others: what it does not say proves nothing. */
function isFragment({ release, decidedBy, isOvertaken }: Takeover): boolean {
  return isOvertaken && decidedBy === undefined && release.standing !== 'example';
}

const takeoverOf = remembered((release: Release): Omit<Takeover, 'isOvertaken'> | undefined => {
  const read = readingOf(release);
  const dialect = installedBy(release);
  const verdictIn = (version: CiliumVersion) => cniVerdict(version, read, dialect);
  const byOwnership = groupVersions(release.versions, (version) => verdictIn(version).ownership);
  const exclusive = byOwnership.get('exclusive');
  const newest = exclusive?.versions.at(-1);
  if (exclusive === undefined || newest === undefined || byOwnership.has('unknown')) return undefined;
  const { decidedBy } = verdictIn(newest);
  const key = decidedBy ?? cniExclusiveKey(newest, dialect);
  const at = key && placeInRelease(release, originOf(release, decidedBy ?? mapOf(key)));
  if (key === undefined || at === undefined) return undefined;
  return { release, exclusive, certain: !byOwnership.has('shared'), decidedBy, key, at };
});

/** The map that a key stands in: where people would look for it, and put it. */
function mapOf({ path, dialect }: SettingKey): SettingKey {
  return { path: path.slice(0, -1), dialect };
}

/**
 * The plugins that are installed beside a release. Where one of them is not chained, as in OpenShift, Cilium's
 * configuration is not what it hangs on.
 */
function pluginsBeside(
  release: Release,
  facts: readonly Placed[],
  isSample: (path: string) => boolean,
): readonly EvictedPlugin[] {
  if (release.layers.some(({ layer }) => layer.carrier === 'cilium-olm-config')) return [];
  const counts = ({ uri, fact }: Placed<MeshInstallFact>): boolean =>
    fact.isExample === true ? pathOf(uri) === release.path : release.isSample || !isSample(pathOf(uri));
  const installs = ofKind(facts, 'mesh-install').filter(counts);
  return [...groupBy(installs, ({ fact }) => fact.mesh)].flatMap(([mesh, ofMesh]) => {
    const eviction = evictionOf(mesh);
    const chained = ofMesh.filter(({ fact: { component } }) => hangsOnPlugin.has(component));
    const isUnchained = ofMesh.some(({ fact }) => fact.component === 'unchained-cni-plugin');
    return eviction === undefined || isUnchained || chained.length === 0
      ? []
      : [{ mesh, eviction, installs: onceEach(chained) }];
  });
}

/** One place may install several parts. */
function onceEach(installs: readonly Placed<MeshInstallFact>[]): readonly Placed<MeshInstallFact>[] {
  return [...groupBy(installs, ({ uri, fact }) => `${uri}#${fact.span.start}`).values()].flatMap(
    (some) => some[0] ?? [],
  );
}

/** A proxy on the node gets its traffic by the plugin (https://istio.io/latest/docs/ambient/architecture/traffic-redirection/). */
const hangsOnPlugin: ReadonlySet<MeshComponent> = new Set<MeshComponent>(['cni-plugin', 'node-proxy']);
