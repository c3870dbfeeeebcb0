import { meshHints } from '../knowledge/meshes.ts';
import type { Reader } from '../source/reader.ts';
import { fieldHints, fieldProblemsOf } from './field-problems.ts';
import { markProblemsOf } from './mark-problems.ts';
import { objectsOf } from './objects.ts';

/** Reads manifests for fields that rules rely on, and that Kubernetes refuses as they are. */
export const fieldReader: Reader = {
  kinds: ['yaml'],
  hints: [...fieldHints, ...meshHints],
  read: (file) =>
    objectsOf(file.yaml()).flatMap((object) => [...fieldProblemsOf(object), ...markProblemsOf(object)]),
};
