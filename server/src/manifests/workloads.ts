import type { MapNode } from '../yaml/node.ts';
import { resolve, entryAt } from '../yaml/navigate.ts';
import { mapAt, type KubernetesObject } from './objects.ts';

/** The pod that an object makes: its metadata and its spec, for every kind that Kubernetes itself knows. */
export interface PodTemplate {
  readonly metadata: MapNode | undefined;
  readonly spec: MapNode | undefined;
}

const templatePaths: Readonly<Record<string, readonly string[]>> = {
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
};

/** The pod template of a workload; absent for objects that make no pods. */
export function podTemplateOf(object: KubernetesObject): PodTemplate | undefined {
  const path = templatePaths[object.kind];
  if (path === undefined) return undefined;
  const template = mapAt(object.root, ...path);
  return { metadata: mapAt(template, 'metadata'), spec: mapAt(template, 'spec') };
}

/** Whether the pod shares the node's network, where no mesh redirects traffic. */
export function usesHostNetwork(template: PodTemplate): boolean {
  const node = template.spec === undefined ? undefined : resolve(entryAt(template.spec, 'hostNetwork')?.value);
  return node?.kind === 'scalar' && node.value.kind === 'known' && node.value.value === true;
}
