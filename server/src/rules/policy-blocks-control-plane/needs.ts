import type { ControlPlane, ControlPlanePort } from '../../knowledge/control-planes.ts';
import type { PodSet } from '../../workspace/members.ts';
import type { Direction } from '../../workspace/policies/questions.ts';

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
