import { keyName } from '../yaml/navigate.ts';
import type { ScalarNode, YamlNode } from '../yaml/node.ts';
import { lineStart } from '../yaml/trivia.ts';
import { columnOf, columnOfMap, stepBelow } from './layout.ts';
import type { Source } from './source.ts';
import { commonQuoting, quotingOf, writeScalar, type Quoting } from './write.ts';

/** How an author writes maps and lists: what a new one beside theirs should look like. */
export interface PlainStyle {
  readonly lineBreak: string;
  /** How much further in the keys of a map stand than the key that holds it. */
  readonly step: number;
  /** How much further in the dashes of a list stand than its key. */
  readonly dashIndent: number;
  readonly keyQuoting: Quoting;
  /** What stands between the braces of a flow map and its entries. */
  readonly braceSpace: '' | ' ';
  /** How strings are quoted that need no quotes. */
  readonly quotingFor: (key: string | undefined) => Quoting;
  /** How strings are quoted that would be something else without. */
  readonly quotesFor: (key: string | undefined) => Quoting;
}

/** The style of the document, as near to a place as it shows: `trail` has the nodes above, from the root on. */
export function plainStyleAt(source: Source, trail: readonly YamlNode[]): PlainStyle {
  const { text, document, habits } = source;
  const nodes = document.root === undefined ? [] : [...nodesBelow(document.root)];
  const step = stepBelow(source, undefined, trail);
  const maps = nodes.flatMap((node) => (node.kind === 'map' ? [node] : []));
  const strings = nodes.filter(isString);
  const keyQuoting = commonQuoting(maps.flatMap(({ entries }) => entries.map(({ key }) => key)));
  /** Those of the key itself, where there are any. */
  const examplesFor = (key: string | undefined, of: readonly ScalarNode[]): readonly ScalarNode[] => {
    const own = new Set<YamlNode>(
      maps.flatMap(({ entries }) => entries.flatMap((one) => (keyName(one.key) === key ? [one.value] : []))),
    );
    const examples = of.filter((string) => own.has(string));
    return examples.length > 0 ? examples : of;
  };
  const free = strings.filter((node) => writeScalar(node.text, 'plain') === node.text);
  const quoted = strings.filter((node) => quotingOf(node) !== 'plain');
  const flowMap = maps.find(({ style, entries }) => style === 'flow' && entries.length > 0);
  return {
    lineBreak: habits.lineBreak,
    step,
    dashIndent: nearest(text, [...trail].reverse(), nodes) ?? step,
    keyQuoting,
    braceSpace: flowMap !== undefined && text.startsWith('{ ', flowMap.span.start) ? ' ' : '',
    quotingFor: (key) => {
      const examples = examplesFor(key, free);
      return examples.length > 0 ? commonQuoting(examples) : keyQuoting;
    },
    quotesFor: (key) => commonQuoting(examplesFor(key, quoted)),
  };
}

function nearest(
  text: string,
  above: readonly YamlNode[],
  everywhere: readonly YamlNode[],
): number | undefined {
  for (const node of [...above, ...everywhere]) {
    const indent = dashIndentIn(text, node);
    if (indent !== undefined) return indent;
  }
  return undefined;
}

function dashIndentIn(text: string, node: YamlNode): number | undefined {
  if (node.kind !== 'map' || node.style !== 'block') return undefined;
  const list = node.entries.find(
    ({ key, value }) =>
      value.kind === 'sequence' &&
      value.style === 'block' &&
      lineStart(text, value.span.start) > key.span.end,
  )?.value;
  return list === undefined ? undefined : columnOf(text, list.span.start) - columnOfMap(text, node);
}

function* nodesBelow(node: YamlNode): Generator<YamlNode> {
  yield node;
  if (node.kind === 'map') for (const { value } of node.entries) yield* nodesBelow(value);
  if (node.kind === 'sequence') for (const item of node.items) yield* nodesBelow(item);
}

function isString(node: YamlNode): node is ScalarNode {
  return (
    node.kind === 'scalar' &&
    (node.style === 'plain' || node.style === 'single' || node.style === 'double') &&
    node.value.kind === 'known' &&
    typeof node.value.value === 'string'
  );
}
