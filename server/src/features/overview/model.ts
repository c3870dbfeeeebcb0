import type { Location } from '../../facts/location.ts';
import type { SocketLbPlace } from '../../knowledge/socket-lb.ts';
import type { Release } from '../../workspace/releases/release.ts';
import type { TrafficPath } from '../traffic-path/model.ts';

/** Everything of a workspace that people think in: clusters, what is installed there, who takes part in what. */
export interface Overview {
  readonly clusters: readonly ClusterOverview[];
}

/** One cluster. */
export interface ClusterOverview {
  /** Absent for a workspace that is one cluster. */
  readonly name: string | undefined;
  /** The folder that it was found in; absent where no other is open. */
  readonly folder: string | undefined;
  readonly installs: readonly InstallOverview[];
  readonly meshes: readonly MeshOverview[];
}

/** Whether something is on; `depends`: in some of the versions that an install may be. */
export type Switch = 'on' | 'off' | 'depends' | 'unknown';

/** One install of Cilium. */
export interface InstallOverview {
  /** `Cilium 1.16.4`, and how the version is known. */
  readonly title: string;
  readonly at: Location;
  /** The command around that place, which nothing should part, or the same place. */
  readonly whole: Location;
  readonly standing: Release['standing'];
  readonly replacesKubeProxy: Switch;
  /** Where Cilium translates Services at the socket; `depends` on the version. */
  readonly socketLb: SocketLbPlace | 'depends';
  /** What the meshes beside it ask for. */
  readonly needs: readonly NeedOverview[];
  /** How a call travels in this cluster, once for each mesh that takes part, or once without any. */
  readonly paths: readonly PathOverview[];
}

/** A key that a mesh asks for. */
export interface NeedOverview {
  /** As people write it, such as `cni.exclusive: false`; absent where the version has no such key. */
  readonly setting: string | undefined;
  readonly why: string;
  readonly state: 'set' | 'missing' | 'unknown';
}

/** How a call travels today, and how it would once the socket load balancer stays out of pods. */
export interface PathOverview {
  readonly mesh: string | undefined;
  readonly today: TrafficPath;
  /** Absent where nothing is to be mended, or no setting of these versions mends it. */
  readonly mended: { readonly setting: string; readonly path: TrafficPath } | undefined;
}

/** One mesh in one mode. */
export interface MeshOverview {
  /** `Istio ambient proxies`. */
  readonly title: string;
  /** Names of the namespaces that take part, sorted. */
  readonly namespaces: readonly string[];
  /** Places of what enrols somebody. */
  readonly evidence: readonly Location[];
}
