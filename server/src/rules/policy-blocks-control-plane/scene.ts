import type { ControlPlane, ControlPlanePort } from '../../knowledge/control-planes.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { PodSet } from '../../workspace/members.ts';
import type { Enforcement } from '../../workspace/policies/enforcement.ts';
import type { Direction, Policies } from '../../workspace/policies/questions.ts';

/** The policies of a cluster, and all that is asked of them here. */
export interface Scene {
  readonly facts: Cluster['facts'];
  readonly podSets: readonly PodSet[];
  readonly policies: Policies;
  readonly enforcement: Enforcement;
}

/** Something that has to get through, and does not. */
export type Need =
  | {
      readonly kind: 'control-plane';
      readonly plane: ControlPlane;
      readonly port: ControlPlanePort;
      /** Where the control plane is. */
      readonly namespace: string;
    }
  | { readonly kind: 'dns' };

/** Pods, and what does not get out of them or in. */
export interface Blocked {
  readonly pods: PodSet;
  readonly direction: Direction;
  readonly needs: readonly Need[];
}
