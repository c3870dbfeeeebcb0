import type { LabelSet } from '../facts/labels.ts';
import { ownText } from '../yaml/own-text.ts';
import { plainBlockAt, plainLabels } from './plain-block.ts';
import { probesIn, type PodFacts } from './pod-facts.ts';

/** What an ordinary manifest says of its pods, read line by line; absent where only a parser can tell. */
export function plainPodFacts(text: string, templatePath: readonly string[]): PodFacts | undefined {
  const labels = plainLabelsAt(text, [...templatePath, 'metadata', 'labels']);
  const spec = plainBlockAt(text, [...templatePath, 'spec']);
  if (labels === undefined || spec === undefined) return undefined;
  const serviceAccount = serviceAccountIn(spec);
  return { labels, namedPorts: namedPortsIn(spec), serviceAccount, isProbed: probesIn(text) };
}

/** The labels at a path of an ordinary manifest; absent where only a parser can tell. */
export function plainLabelsAt(text: string, path: readonly string[]): LabelSet | undefined {
  const lines = plainBlockAt(text, path);
  const known = lines === undefined ? undefined : plainLabels(lines);
  return known === undefined ? undefined : { known, unknown: [], open: false };
}

/** `undefined` where it is not written in the ordinary way, which nobody does. */
function serviceAccountIn(spec: readonly string[]): string | undefined {
  for (const key of ['serviceAccountName', 'serviceAccount']) {
    const fields = fieldsOf(spec);
    const [first] = fields;
    const own = fields.find((field) => field.key === key && field.column === first?.column);
    if (own !== undefined) return own.value === undefined ? undefined : ownText(own.value);
  }
  return 'default';
}

function namedPortsIn(spec: readonly string[]): Readonly<Record<string, number>> {
  const fields = fieldsOf(spec);
  return Object.fromEntries(
    fields.flatMap((field, at): readonly (readonly [string, number])[] => {
      if (field.key !== 'containerPort' || field.value === undefined || !/^\d+$/.test(field.value)) return [];
      const name = itemAround(fields, at).find(({ key }) => key === 'name')?.value;
      return name === undefined ? [] : [[ownText(name), Number(field.value)]];
    }),
  );
}

/** A line `key: value`, or `- key: value` at the beginning of an item of a list. */
interface Field {
  readonly key: string;
  readonly value: string | undefined;
  /** Where the key begins. */
  readonly column: number;
  readonly beginsItem: boolean;
}

function fieldsOf(lines: readonly string[]): readonly Field[] {
  return lines.flatMap((line) => {
    const [, spaces = '', dashes = '', key, double, single, plain] = fieldLine.exec(line) ?? [];
    if (key === undefined) return [];
    const value = double ?? single ?? plain;
    return [{ key, value, column: spaces.length + dashes.length, beginsItem: dashes !== '' }];
  });
}

const fieldLine =
  /^( *)((?:- +)*)([\w./-]+):(?:[ \t]+(?:"([\w./-]*)"|'([\w./-]*)'|([\w./-]+))?[ \t]*(?:#.*)?)?/;

/** The fields of the item of a list that a field belongs to. */
function itemAround(fields: readonly Field[], at: number): readonly Field[] {
  const column = fields[at]?.column ?? 0;
  let start = at;
  while (start > 0 && fields[start]?.beginsItem === false && (fields[start - 1]?.column ?? 0) >= column)
    start--;
  const after = fields.slice(at + 1);
  const end = after.findIndex(
    (field) => field.column < column || (field.column === column && field.beginsItem),
  );
  return fields
    .slice(start, end === -1 ? undefined : at + 1 + end)
    .filter((field) => field.column === column);
}
