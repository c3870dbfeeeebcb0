import { nodeAt } from '../yaml/navigate.ts';
import type { ScalarNode, SequenceNode, YamlNode } from '../yaml/node.ts';
import { readPlain } from '../yaml/scalar.ts';
import { lineEnd, lineStart } from '../yaml/trivia.ts';
import { checkedEdits } from './check.ts';
import { sameExcept } from './compare.ts';
import { refused, type EditResult, type TextEdit } from './edit.ts';
import type { ListPlace } from './items.ts';
import { columnOf, lineBreakAt } from './layout.ts';
import { readSource, type Source } from './source.ts';
import { writeDouble } from './write.ts';

/** What to do to a list of texts: put some behind an item, or give items another text. */
export type ListChange =
  | { readonly op: 'insert'; readonly behind: number; readonly texts: readonly string[] }
  | { readonly op: 'replace'; readonly texts: ReadonlyMap<number, string> };

/**
 * The edits that change a list of texts, such as the arguments of a container. New items are quoted and laid out as the
 * one that they go behind.
 */
export function editListTexts(text: string, place: ListPlace, change: ListChange): EditResult {
  const source = readSource(text, { document: place.document, base: [] });
  if (typeof source === 'string') return refused(source);
  const list = nodeAt(source.document.root, place.path);
  if (typeof list === 'string' || list.kind !== 'sequence') return refused('gone');
  const edits = change.op === 'replace' ? replacements(list, change.texts) : insertion(source, list, change);
  const wanted = textsAfter(list, change);
  return checkedEdits(text, place.document, edits, (before, after) => {
    const edited = nodeAt(after, place.path);
    return (
      sameExcept(before, after, [place.path]) &&
      typeof edited !== 'string' &&
      edited.kind === 'sequence' &&
      edited.items.length === wanted.length &&
      edited.items.every((item, index) => textOf(item) === wanted[index])
    );
  });
}

function textsAfter({ items }: SequenceNode, change: ListChange): readonly (string | undefined)[] {
  const texts = items.map(textOf);
  return change.op === 'insert'
    ? texts.toSpliced(change.behind + 1, 0, ...change.texts)
    : texts.map((old, index) => change.texts.get(index) ?? old);
}

/** What is no scalar keeps its place in the comparison, but is not looked into. */
function textOf(node: YamlNode): string | undefined {
  return node.kind === 'scalar' ? node.text : undefined;
}

function replacements(
  list: SequenceNode,
  texts: ReadonlyMap<number, string>,
): readonly TextEdit[] | undefined {
  const edits = [...texts].map(([index, text]) => {
    const item = list.items[index];
    return item?.kind === 'scalar' && isOnOneLine(item)
      ? { span: item.span, newText: quotedAs(item, text) }
      : undefined;
  });
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

function insertion(
  source: Source,
  list: SequenceNode,
  { behind, texts }: Extract<ListChange, { op: 'insert' }>,
): readonly TextEdit[] | undefined {
  const { text } = source;
  const model = list.items[behind];
  if (model?.kind !== 'scalar' || !isOnOneLine(model)) return undefined;
  const { start, end } = model.span;
  const items = texts.map((item) => quotedAs(model, item));
  const margin = text.slice(lineStart(text, start), start);
  if (list.style === 'flow') {
    const between = margin.trim() === '' ? `,${lineBreakAt(source, end)}${margin}` : ', ';
    return [{ span: { start: end, end }, newText: items.map((item) => between + item).join('') }];
  }
  const dash = /-[ \t]+$/.exec(margin)?.[0];
  if (dash === undefined) return undefined;
  const place = lineEnd(text, end);
  const before = `${lineBreakAt(source, place)}${' '.repeat(columnOf(text, list.span.start))}${dash}`;
  return [{ span: { start: place, end: place }, newText: items.map((item) => before + item).join('') }];
}

function isOnOneLine({ style }: ScalarNode): boolean {
  return style !== 'literal' && style !== 'folded';
}

/** Arguments without any character that YAML reads as its own. */
const plain = /^[\w./=@+-]*[\w]$/;

function quotedAs({ style }: ScalarNode, text: string): string {
  if (style === 'single' && /^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const isPlain = style === 'plain' && plain.test(text) && readPlain(text) === text;
  return isPlain ? text : writeDouble(text);
}
