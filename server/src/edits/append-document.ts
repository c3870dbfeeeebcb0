import { parseYaml } from '../yaml/parse.ts';
import { isLineBreak } from '../yaml/trivia.ts';
import { same } from './compare.ts';
import { applyEdits, refused, type EditResult } from './edit.ts';

/**
 * The edits that put a YAML document at the end of a text, with the line breaks of that text, behind a `---` where one is
 * due. A document that the text has already is not added again.
 *
 * @param added one document, without markers.
 */
export function appendDocument(text: string, added: string): EditResult {
  const [document, ...others] = parseYaml(added).documents;
  if (document?.root === undefined || others.length > 0 || document.problems.length > 0)
    return refused('not-readable');
  const before = parseYaml(text).documents;
  if (before.some(({ problems }) => problems.length > 0)) return refused('not-readable');
  // JSON, or what is as good as that, has no room for a second document.
  if (before.some(({ root }) => root?.kind === 'map' && root.style === 'flow'))
    return refused('unsupported-layout');
  const { root } = document;
  if (before.some((own) => same(own.root, root))) return { ok: true, edits: [] };

  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const isEmpty = before.at(-1)?.root === undefined;
  const end = text.length;
  const opening = end === 0 || isLineBreak(text.charCodeAt(end - 1)) ? '' : lineBreak;
  const lines = added.trimEnd().split(/\r\n|\n|\r/);
  const newText = [...(isEmpty ? [] : ['---']), ...lines, ''].join(lineBreak);
  const edits = [{ span: { start: end, end }, newText: opening + newText }];

  const kept = isEmpty ? before.slice(0, -1) : before;
  const after = parseYaml(applyEdits(text, edits)).documents;
  const last = after.at(-1);
  const isRight =
    after.length === kept.length + 1 &&
    kept.every((own, index) => same(own.root, after[index]?.root)) &&
    last?.problems.length === 0 &&
    same(last.root, root);
  return isRight ? { ok: true, edits } : refused('would-change-more');
}
