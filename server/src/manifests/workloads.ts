import type { MapNode } from '../yaml/node.ts';
import { mapAt, nodeAt, scalarOf } from '../yaml/navigate.ts';
import type { KubernetesObject } from './objects.ts';

/** The pod that an object makes: its metadata and its spec, for every kind that Kubernetes itself knows and for Argo's Rollout. */
export interface PodTemplate {
  readonly metadata: MapNode | undefined;
  readonly spec: MapNode | undefined;
}

const templatePaths: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Pod: [],
    PodTemplate: ['template'],
    Deployment: ['spec', 'template'],
    StatefulSet: ['spec', 'template'],
    DaemonSet: ['spec', 'template'],
    ReplicaSet: ['spec', 'template'],
    ReplicationController: ['spec', 'template'],
    Rollout: ['spec', 'template'],
    Job: ['spec', 'template'],
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  }),
);

/** The kinds that make pods. */
export const workloadKinds: readonly string[] = [...templatePaths.keys()];

/** The keys from an object of a kind to the template of its pods; absent for kinds that make none. */
export function templatePathOf(kind: string): readonly string[] | undefined {
  return templatePaths.get(kind);
}

/** The pod template of a workload; absent for objects that make no pods. */
export function podTemplateOf(object: KubernetesObject): PodTemplate | undefined {
  const path = templatePaths.get(object.kind);
  if (path === undefined) return undefined;
  return { metadata: mapAt(object.root, [...path, 'metadata']), spec: mapAt(object.root, [...path, 'spec']) };
}

/** Whether the pod shares the node's network, where no mesh redirects traffic. */
export function usesHostNetwork(template: PodTemplate): boolean {
  return scalarOf(nodeAt(template.spec, ['hostNetwork'])) === true;
}
