import type { Answer } from '../knowledge/condition.ts';
import { pathOf } from '../source/file.ts';
import type { PodSet } from './members.ts';
import { folderOf } from './paths.ts';

/** An object that may name its namespace, and the file it stands in. */
interface PlacedObject {
  readonly uri: string;
  readonly fact: { readonly namespace: string | undefined };
}

/** Whether pods are in the namespace of an object. Objects that name none are applied together where they lie together. */
export function isOwnNamespace({ uri, fact }: PlacedObject, { namespace, workload }: PodSet): Answer {
  if (namespace !== undefined && fact.namespace !== undefined) {
    return namespace === fact.namespace ? 'yes' : 'no';
  }
  if (namespace !== fact.namespace || workload === undefined) return 'unknown';
  return folderOf(pathOf(workload.uri)) === folderOf(pathOf(uri)) ? 'yes' : 'unknown';
}
