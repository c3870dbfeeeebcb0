import { kubernetesReader } from '../../server/src/manifests/kubernetes-reader.ts';
import { workloadReader } from '../../server/src/manifests/workload-reader.ts';
import type { Fact } from '../../server/src/facts/fact.ts';
import { objectsOf, type KubernetesObject } from '../../server/src/manifests/objects.ts';
import { sourceFile, sourceKindOf } from '../../server/src/source/file.ts';
import type { Reader } from '../../server/src/source/reader.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { uriOf } from './uris.ts';
import { only } from './only.ts';

/** The facts that one reader finds in a file. */
export function factsIn(reader: Reader, text: string, path = '/repo/file.yaml'): readonly Fact[] {
  return reader.read(sourceFile(uriOf(path), sourceKindOf(path) ?? 'yaml', text));
}

/** The Kubernetes objects of a YAML text. */
export function objectsIn(text: string): readonly KubernetesObject[] {
  return objectsOf(parseYaml(text));
}

/** The one Kubernetes object of a YAML text. */
export function objectIn(text: string): KubernetesObject {
  return only(objectsIn(text));
}

/** Everything that manifests are read for, as one reader. */
export const manifestReader: Reader = {
  kinds: ['yaml'],
  hints: [...kubernetesReader.hints, ...workloadReader.hints],
  read: (file) => [...kubernetesReader.read(file), ...workloadReader.read(file)],
};
