import type { Fact } from '../facts/fact.ts';
import type { LayerAddress } from '../facts/settings.ts';
import { parseEmbedded, parseStretch } from '../yaml/embedded.ts';
import { keyName, resolve, stringAt } from '../yaml/navigate.ts';
import type { KeyPath, ScalarNode, YamlDocument, YamlNode, YamlStream } from '../yaml/node.ts';
import { sourceFile, type SourceFile } from './file.ts';
import { manifestDocuments, mayWriteManifests, withSubstitutions } from './here-documents.ts';

/** Manifests that stand as text in a scalar of a file, or in a here-document. */
export interface EmbeddedFile {
  readonly within: NonNullable<LayerAddress['within']>;
  /** Reads like a file of its own, with offsets of the file around it. */
  readonly file: SourceFile;
}

/** A literal block whose first line, but for comments and separators, is one of the keys that manifests begin with. */
const beginsManifest =
  /\|[-+\d]*[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*|---.*)?\r?\n)*[ \t]+(?:apiVersion|kind|metadata):/;

/** Deeper than any place where tools keep manifests. */
const maxDepth = 30;

/**
 * The manifests that a file hands on as text: files of a cloud-init or of a Cluster API bootstrap, payloads of a
 * ClusterResourceSet, inline manifests of a Talos machine, contents that Ansible copies. They are told by what they are,
 * not by where: a block scalar (`|`) that holds nothing but Kubernetes objects, or a here-document of a script. One level of
 * nesting is read.
 *
 * Patches are left out: their objects are partial, and others say what they are for.
 */
export function embeddedFiles(file: SourceFile): readonly EmbeddedFile[] {
  if (file.kind === 'script') return inHereDocuments(file);
  if (file.kind !== 'yaml' || !mayEmbedManifests(file.text)) return [];
  return file.yaml().documents.flatMap(({ index, root }) =>
    manifestsBelow(file.text, root, []).map(({ path, stream }) => ({
      within: { document: index, path },
      file: { ...file, yaml: () => stream },
    })),
  );
}

/** The manifests that a script applies, or writes for somebody who does. */
function inHereDocuments({ uri, text }: SourceFile): readonly EmbeddedFile[] {
  if (!mayWriteManifests(text)) return [];
  const documents = manifestDocuments(text);
  const masked = withSubstitutions(text, documents);
  return documents.flatMap(({ body }, hereDocument) => {
    const stream = parseStretch(masked, body);
    const file = { ...sourceFile(uri, 'yaml', masked), yaml: () => stream };
    return isManifests(stream) ? [{ within: { hereDocument }, file }] : [];
  });
}

/** Whether a text may hold manifests in a scalar, told without parsing it. */
export function mayEmbedManifests(text: string): boolean {
  return beginsManifest.test(text);
}

/** A fact of embedded manifests as one of the file around them: its addresses lead through the scalar. */
export function placedWithin(fact: Fact, within: EmbeddedFile['within']): Fact {
  const inside = (address: LayerAddress): LayerAddress => ({ ...address, within });
  switch (fact.kind) {
    case 'settings':
      return { ...fact, address: inside(fact.address) };
    case 'deployment': {
      const values = fact.values.map((source) =>
        source.kind === 'own-layer' ? { ...source, address: inside(source.address) } : source,
      );
      return { ...fact, values };
    }
    case 'helm-command': {
      const valuesFiles = fact.valuesFiles.map((file) =>
        file.ownLayer === undefined ? file : { ...file, ownLayer: inside(file.ownLayer) },
      );
      return { ...fact, ownLayer: inside(fact.ownLayer), valuesFiles };
    }
    case 'field-problem':
      return { ...fact, address: fact.address && inside(fact.address) };
    case 'mesh-mark': {
      const { inManifest } = fact;
      return { ...fact, inManifest: inManifest && { ...inManifest, address: inside(inManifest.address) } };
    }
    case 'network-policy':
      return { ...fact, address: inside(fact.address) };
    case 'values-object':
      return fact.holds.kind === 'own-layer'
        ? { ...fact, holds: { ...fact.holds, address: inside(fact.holds.address) } }
        : fact;
    default:
      return fact;
  }
}

interface Manifests {
  readonly path: KeyPath;
  readonly stream: YamlStream;
}

function manifestsBelow(text: string, node: YamlNode | undefined, path: KeyPath): readonly Manifests[] {
  if (node === undefined || path.length > maxDepth) return [];
  switch (node.kind) {
    case 'scalar': {
      const stream = manifestsIn(text, node);
      return stream === undefined ? [] : [{ path, stream }];
    }
    case 'map':
      return node.entries.flatMap(({ key, value }) =>
        /^patch/i.test(key.text) ? [] : manifestsBelow(text, value, [...path, keyName(key)]),
      );
    case 'sequence':
      return node.items.flatMap((item, index) => manifestsBelow(text, item, [...path, String(index)]));
    case 'alias':
      return [];
  }
}

function manifestsIn(text: string, scalar: ScalarNode): YamlStream | undefined {
  if (scalar.style !== 'literal' || !/^[ \t]*apiVersion:/m.test(scalar.text)) return undefined;
  const stream = parseEmbedded(text, scalar);
  return isManifests(stream) ? stream : undefined;
}

function isManifests({ documents }: YamlStream): boolean {
  const filled = documents.filter(({ root }) => resolve(root)?.kind !== undefined && !isNull(root));
  return filled.length > 0 && filled.every(isObject);
}

function isObject({ root }: YamlDocument): boolean {
  return stringAt(root, ['apiVersion']) !== undefined && stringAt(root, ['kind']) !== undefined;
}

/** A document of comments alone. */
function isNull(root: YamlNode | undefined): boolean {
  const node = resolve(root);
  return node?.kind === 'scalar' && node.value.kind === 'known' && node.value.value === null;
}
