import { applyEdits, refused, type EditResult, type TextEdit } from '../../../edits/edit.ts';
import { editListTexts } from '../../../edits/list-texts.ts';
import { embeddedText, outerOffset, type Run } from '../../../yaml/embedded.ts';
import type { YamlNode } from '../../../yaml/node.ts';
import { wordsOf, type Script } from '../script.ts';
import type { ArgumentList, ListedCommand, PlacedScalar } from './find-scripts.ts';

/** An item of one of a command's lists. */
interface Argument {
  readonly source: ArgumentList;
  readonly index: number;
  readonly node: YamlNode;
}

/** `[sh, -c, SCRIPT]`, `[/bin/bash, -euxc, SCRIPT]`: the script. */
export function shellScriptIn({ lists, program }: ListedCommand): PlacedScalar | undefined {
  const items = argumentsOf(lists);
  const texts = items.map(({ node }) => (node.kind === 'scalar' ? node.text : ''));
  if (!/^(?:.*\/)?(?:ba|da|a|z|k)?sh$/.test(program ?? texts[0] ?? '')) return undefined;
  const flag = texts.findIndex((text) => /^-\w*c$/.test(text));
  const item = flag === -1 ? undefined : items[flag + 1];
  if (item?.node.kind !== 'scalar') return undefined;
  const { document, path } = item.source;
  return { document, path: [...path, String(item.index)], scalar: item.node };
}

/** A command whose words stand in lists, as a command line that a shell would read back as the same words. */
export function argumentListScript(text: string, { lists, program }: ListedCommand): Script {
  const items = argumentsOf(lists);
  const runs: Run[] = [{ inner: 0, outer: items[0]?.node.span.start ?? 0 }];
  let line = program === undefined ? '' : `${program} `;
  for (const { node } of items) {
    for (const [piece, outer] of shellPieces(text, node)) {
      runs.push({ inner: line.length, outer });
      line += piece;
    }
  }
  // More items that only a template knows are more words.
  if (lists.some(({ list }) => list.open)) line += '$_';
  return {
    text: line,
    dialect: 'templated',
    isMadeUp: true,
    placeOf: (offset) => outerOffset({ runs }, offset),
    place: (edits) => placed(text, line, items, program === undefined ? 0 : 1, edits),
  };
}

function argumentsOf(lists: readonly ArgumentList[]): readonly Argument[] {
  return lists.flatMap((source) => source.list.items.map((node, index) => ({ source, index, node })));
}

/** An item as a word of a command line and a blank, with the place in the file that each part stands for. */
function shellPieces(text: string, node: YamlNode): readonly (readonly [piece: string, outer: number])[] {
  const { start, end } = node.span;
  const isForeign = node.kind !== 'scalar' || node.tag !== undefined;
  if (!isForeign && node.conditional === true) return [['$_ ', start]];
  const embedded = isForeign ? undefined : embeddedText(text, node);
  if (embedded === undefined) return [['"$_" ', start]];
  const isPlain = /^[\w@%+=:,./-]+$/.test(embedded.text);
  const characters = Array.from({ length: embedded.text.length }, (_, at) => {
    const character = embedded.text.charAt(at);
    return [
      isPlain ? character : escaped(character, embedded.text.charAt(at + 1)),
      outerOffset(embedded, at),
    ] as const;
  });
  const behind = Math.min(end, outerOffset(embedded, embedded.text.length));
  return isPlain ? [...characters, [' ', behind]] : [['"', start], ...characters, ['" ', behind]];
}

/** `$(X)` and `${X}` are put in by Kubernetes, compose and the like: to the reader they are as unknown as the shell's. */
function escaped(character: string, next: string): string {
  const isLiteral = /["\\`]/.test(character) || (character === '$' && !/[({[]/.test(next));
  return isLiteral ? `\\${character}` : character;
}

/** Edits of the command line as edits of the lists: words that it gains, or words that change. */
function placed(
  text: string,
  line: string,
  items: readonly Argument[],
  programs: number,
  edits: readonly TextEdit[],
): EditResult {
  const before = wordsOf(line, 'templated');
  const after = wordsOf(applyEdits(line, edits), 'templated');
  const [first] = items;
  if (first === undefined) return refused('gone');
  if (after.length === before.length) {
    const changed = after.flatMap((word, index) => (word === before[index] ? [] : [index]));
    const touched = changed.map((index) => items[index - programs]);
    const source = touched[0]?.source;
    if (source === undefined || touched.some((item) => item?.source !== source))
      return refused('unsupported-layout');
    const texts = new Map(
      changed.map((index, at) => [touched[at]?.index ?? -1, after[index] ?? ''] as const),
    );
    return editListTexts(text, source, { op: 'replace', texts });
  }
  const common = before.findIndex((word, index) => word !== after[index]);
  const kept = common === -1 ? before.length : common;
  const added = after.slice(kept, kept + after.length - before.length);
  const anchor = items[kept - 1 - programs];
  if (anchor === undefined || after.length < before.length) return refused('unsupported-layout');
  return editListTexts(text, anchor.source, { op: 'insert', behind: anchor.index, texts: added });
}
