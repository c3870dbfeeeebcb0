import { refused, type EditResult } from '../../../edits/edit.ts';
import { editListTexts } from '../../../edits/list-texts.ts';
import { embeddedText, outerOffset } from '../../../yaml/embedded.ts';
import type { YamlNode } from '../../../yaml/node.ts';
import type { Script } from '../script.ts';
import { scriptOfWords, type ListedWord, type WordChange } from '../word-list.ts';
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

/** A command whose words stand in lists of YAML. */
export function argumentListScript(text: string, { lists, program }: ListedCommand): Script {
  const items = argumentsOf(lists);
  const words = items.map(({ node }) => wordOf(text, node));
  const end = items.at(-1)?.node.span.end ?? 0;
  // More items that only a template knows are more words.
  const more: readonly ListedWord[] = lists.some(({ list }) => list.open)
    ? [{ span: { start: end, end }, text: undefined, splits: true, placeOf: () => end }]
    : [];
  return scriptOfWords([...words, ...more], program, (change) => written(text, items, change));
}

function argumentsOf(lists: readonly ArgumentList[]): readonly Argument[] {
  return lists.flatMap((source) => source.list.items.map((node, index) => ({ source, index, node })));
}

function wordOf(text: string, node: YamlNode): ListedWord {
  const { span } = node;
  const unknown = { span, placeOf: () => span.start };
  if (node.kind !== 'scalar' || node.tag !== undefined) return { ...unknown, text: undefined };
  if (node.conditional === true) return { ...unknown, text: undefined, splits: true };
  const embedded = embeddedText(text, node);
  return embedded === undefined
    ? { ...unknown, text: undefined }
    : { span, text: embedded.text, placeOf: (offset) => outerOffset(embedded, offset) };
}

function written(text: string, items: readonly Argument[], change: WordChange): EditResult {
  if (change.op === 'insert') {
    const anchor = items[change.behind];
    return anchor === undefined
      ? refused('unsupported-layout')
      : editListTexts(text, anchor.source, { op: 'insert', behind: anchor.index, texts: change.texts });
  }
  const touched = [...change.texts].map(([index, word]) => ({ item: items[index], word }));
  const source = touched[0]?.item?.source;
  if (source === undefined || touched.some(({ item }) => item?.source !== source))
    return refused('unsupported-layout');
  const texts = new Map(touched.map(({ item, word }) => [item?.index ?? -1, word]));
  return editListTexts(text, source, { op: 'replace', texts });
}
