import { stringAt, resolve } from '../../yaml/navigate.ts';
import type { MapNode, YamlDocument, YamlNode } from '../../yaml/node.ts';
import type { SourceFile } from '../../source/file.ts';

/** The names under which kustomize looks for its file (https://kubectl.docs.kubernetes.io/references/kustomize/glossary/#kustomization). */
export const kustomizationFile = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;

/** A kustomization as read from the first document of its file. */
export interface Kustomization {
  readonly root: MapNode;
  readonly document: YamlDocument;
}

/** The kustomization of a file of that name; nothing for other files, or where it cannot be read. */
export function kustomizationIn(file: SourceFile): Kustomization | undefined {
  if (!kustomizationFile.test(file.path)) return undefined;
  const document = file.yaml().documents.find(({ root }) => root !== undefined);
  const root = resolve(document?.root);
  return document === undefined || root?.kind !== 'map' ? undefined : { root, document };
}

/** The API group of an object, without its version. */
export function groupOf(node: YamlNode | undefined): string | undefined {
  return stringAt(node, ['apiVersion'])?.split('/')[0];
}
