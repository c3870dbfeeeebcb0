import type { YamlDocument, YamlNode } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import { same } from './compare.ts';
import { applyEdits, inOrder, refused, type EditResult, type TextEdit } from './edit.ts';

/** Whether the tree after an edit is what the edit was to make of the tree before. */
export type Expectation = (before: YamlNode | undefined, after: YamlNode | undefined) => boolean;

/**
 * Edits whose effect was read back, or a refusal: a half-right edit is worse than none.
 *
 * @param index the document that the edits change; the others must stay as they are.
 */
export function checkedEdits(
  text: string,
  index: number,
  edits: readonly TextEdit[] | undefined,
  isExpected: Expectation,
): EditResult {
  if (edits === undefined) return refused('unsupported-layout');
  const before = parseYaml(text).documents;
  const after = parseYaml(applyEdits(text, edits)).documents;
  const isRight = (document: YamlDocument, at: number): boolean => {
    const twin = after[at];
    if (twin?.problems.length !== document.problems.length) return false;
    return at === index ? isExpected(document.root, twin.root) : same(document.root, twin.root);
  };
  const areRight = before.length === after.length && before.every(isRight);
  return areRight ? { ok: true, edits: inOrder(edits) } : refused('would-change-more');
}
