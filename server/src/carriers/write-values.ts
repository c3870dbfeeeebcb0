import { editEmbedded } from '../edits/edit-embedded.ts';
import { refused, type Change, type EditResult } from '../edits/edit.ts';
import { editYaml } from '../edits/edit-yaml.ts';
import type { LayerAddress } from '../facts/settings.ts';
import { nodeAt } from '../yaml/navigate.ts';
import { parseYaml } from '../yaml/parse.ts';

/**
 * Writes a change into a map of values that stands in the YAML itself or, where the address leads through a scalar, in
 * the YAML inside that scalar: the address goes on there from its first document.
 */
export function writeValues(text: string, { document, path }: LayerAddress, change: Change): EditResult {
  const root = parseYaml(text).documents[document]?.root;
  if (root === undefined) return refused('gone');
  for (let length = 1; length <= path.length; length++) {
    const node = nodeAt(root, path.slice(0, length));
    if (typeof node === 'string') break;
    if (node.kind === 'scalar' && node.text.trim() !== '') {
      const place = { document, path: path.slice(0, length) };
      return editEmbedded(text, place, { document: 0, base: path.slice(length) }, change);
    }
  }
  return editYaml(text, { document, base: path }, change);
}
