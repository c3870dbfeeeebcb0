import type { MeshEffect } from '../../knowledge/mesh-effects.ts';
import type { MeshMode } from '../../knowledge/meshes.ts';

/**
 * Where a Service's address becomes a pod's.
 *
 * `socket-in-pods`: Cilium's socket load balancer, inside the pod that calls. `socket-on-host`: the same for host processes
 * alone; for pods Cilium translates at the pod's network interface. `kube-proxy`: outside the pod as well, by iptables, or by
 * Cilium packet by packet.
 */
export type Translation = 'socket-in-pods' | 'socket-on-host' | 'kube-proxy';

/** The mesh that a caller takes part in. */
export interface MeshOnPath {
  /** For people, such as `Istio`. */
  readonly title: string;
  readonly mode: MeshMode;
  /** Its waypoint, where the Service has one. */
  readonly waypoint: string | undefined;
  readonly effect: MeshEffect;
}

/** One call from an app to a Service, and what lies between them. */
export interface Call {
  readonly caller: string;
  readonly service: string;
  readonly translation: Translation;
  readonly mesh: MeshOnPath | undefined;
}

/** How a step fares: it does its work, it does harm, it is passed by, or there is nothing to say. */
export type StepState = 'neutral' | 'works' | 'harm' | 'bypassed';

/** One station of a call. */
export interface Step {
  /** Stations with the same place stand in one frame, such as the pod of the caller. */
  readonly place: string;
  readonly title: string;
  /** One short sentence. */
  readonly text: string;
  readonly state: StepState;
  /** The address that packets carry as they leave, and whether they are encrypted; absent for the last station. */
  readonly leaves: { readonly address: 'Service' | 'pod'; readonly encrypted: boolean } | undefined;
}

/** A call, station by station. */
export interface TrafficPath {
  readonly steps: readonly Step[];
  readonly verdict: 'no-mesh' | 'mesh-works' | 'mesh-bypassed';
  /** One sentence on the whole path. */
  readonly summary: string;
  /** What the mesh does not do for such calls. */
  readonly lost: readonly string[];
  readonly kept: readonly string[];
}

/** Addresses of the pictures: examples, the same in each of them. */
export const exampleAddresses = { Service: '10.96.7.7:80', pod: '10.44.3.12:8080' } as const;

/** The place of a waypoint: packets go around one that is bypassed, and through everything else. */
export const waypointPlace = 'waypoint';
