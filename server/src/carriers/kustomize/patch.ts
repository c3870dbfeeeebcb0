import { editEmbedded } from '../../edits/edit-embedded.ts';
import { refused, type Change, type EditResult } from '../../edits/edit.ts';
import { editYaml } from '../../edits/edit-yaml.ts';
import type { Fact } from '../../facts/fact.ts';
import type { LayerAddress } from '../../facts/settings.ts';
import type { SourceFile } from '../../source/file.ts';
import { parseEmbedded } from '../../yaml/embedded.ts';
import { nodeAt, resolve } from '../../yaml/navigate.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { Carrier } from '../carrier.ts';
import { writeValues } from '../write-values.ts';
import { inlinePatchesIn } from './inline-patches.ts';
import { operationFor, readOperations } from './operations.ts';

/**
 * Patches of HelmReleases: in the text of a kustomization or of a Flux Kustomization, or a file that is a list of
 * operations. A patch file that is a partial HelmRelease is read as one.
 */
export const kustomizePatchCarrier: Carrier = {
  name: 'kustomize-patch',
  kinds: ['yaml'],
  hints: ['/spec/values', '/spec/chart', 'kind: HelmRelease'],
  read: (file) => [...inlinePatchesIn(file).flatMap(({ layers }) => layers), ...operationsIn(file)],
  write: (text, address, change) =>
    writeOperation(text, address, change) ?? writeValues(text, address, change),
};

function operationsIn(file: SourceFile): readonly Fact[] {
  if (!/\/spec\/(?:values|chart)/.test(file.text)) return [];
  return file.yaml().documents.flatMap(({ root: node, index }) => {
    const root = resolve(node);
    if (root?.kind !== 'sequence') return [];
    const read = readOperations(root, { document: index, path: [] });
    return read === undefined
      ? []
      : [...read.layers, { kind: 'deployment-patch', ...read.patch, span: root.span }];
  });
}

/** Writes into the operation that sets the key or a map around it; nothing where the address leads to no list of operations. */
function writeOperation(text: string, address: LayerAddress, change: Change): EditResult | undefined {
  const { document, path } = address;
  const root = parseYaml(text).documents[document]?.root;
  const node = nodeAt(root, path);
  const at = typeof node === 'string' ? undefined : resolve(node);
  const list = at?.kind === 'scalar' ? resolve(parseEmbedded(text, at).documents[0]?.root) : at;
  if (list?.kind !== 'sequence') return undefined;
  const operation = change.op === 'set' ? operationFor(list, change.path) : undefined;
  if (change.op !== 'set' || operation === undefined) return refused('unsupported-layout');
  const own: Change = { op: 'set', path: ['value', ...operation.rest], value: change.value };
  const index = String(operation.index);
  return at?.kind === 'scalar'
    ? editEmbedded(text, { document, path }, { document: 0, base: [index] }, own)
    : editYaml(text, { document, base: [...path, index] }, own);
}
