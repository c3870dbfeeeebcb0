import { effectiveEntries, keyName, resolve } from '../yaml/navigate.ts';
import type { PlainValue, Scalar, YamlNode } from '../yaml/node.ts';
import { flowScalar } from './new-value.ts';
import type { PlainStyle } from './plain-style.ts';
import { writeKey, writeScalar } from './write.ts';

/**
 * A value as block YAML whose first line begins in a column: that line without its margin, the others with theirs.
 * Absent where YAML as Helm reads it cannot express a number.
 *
 * @param key the key that the value, or the list that it is an item of, stands behind.
 */
export function blockText(
  value: PlainValue,
  column: number,
  style: PlainStyle,
  key?: string,
): string | undefined {
  if (isList(value) && value.length > 0) return listText(value, column, style, key);
  if (isMap(value) && Object.keys(value).length > 0) return mapText(value, column, style);
  return flowText(value, style, key);
}

/** What stands behind a key's colon in a block map, with the line break or the space before it. */
export function valueText(
  value: PlainValue,
  keyColumn: number,
  style: PlainStyle,
  key?: string,
): string | undefined {
  const isBlock = (isList(value) && value.length > 0) || (isMap(value) && Object.keys(value).length > 0);
  const column = keyColumn + (isList(value) ? style.dashIndent : style.step);
  const text = blockText(value, column, style, key);
  if (text === undefined) return undefined;
  return isBlock ? `${style.lineBreak}${' '.repeat(column)}${text}` : ` ${text}`;
}

/** A value in flow style. */
export function flowText(value: PlainValue, style: PlainStyle, key?: string): string | undefined {
  if (isList(value)) {
    const items = value.map((item) => flowText(item, style, key));
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  if (isMap(value)) {
    const entries = Object.entries(value).map(([name, inner]) => {
      const text = flowText(inner, style, name);
      return text === undefined ? undefined : `${writeKey(name, style.keyQuoting)}: ${text}`;
    });
    if (entries.includes(undefined)) return undefined;
    const space = entries.length === 0 ? '' : style.braceSpace;
    return `{${space}${entries.join(', ')}${space}}`;
  }
  return scalarText(value, style, key);
}

/** Whether a node says exactly a value. The order of keys means nothing. */
export function saysExactly(node: YamlNode | undefined, value: PlainValue): boolean {
  const resolved = resolve(node);
  if (resolved === undefined) return false;
  if (isList(value)) {
    return (
      resolved.kind === 'sequence' &&
      !resolved.open &&
      resolved.items.length === value.length &&
      value.every((item, index) => saysExactly(resolved.items[index], item))
    );
  }
  if (isMap(value)) {
    if (resolved.kind !== 'map' || resolved.open) return false;
    const entries = new Map(effectiveEntries(resolved).map((entry) => [keyName(entry.key), entry.value]));
    const wanted = Object.entries(value);
    return (
      entries.size === wanted.length && wanted.every(([key, inner]) => saysExactly(entries.get(key), inner))
    );
  }
  return resolved.kind === 'scalar' && resolved.value.kind === 'known' && resolved.value.value === value;
}

type PlainList = Extract<PlainValue, readonly unknown[]>;
type PlainMap = Exclude<PlainValue, Scalar | PlainList>;

function isList(value: PlainValue): value is PlainList {
  return Array.isArray(value);
}

function isMap(value: PlainValue): value is PlainMap {
  return typeof value === 'object' && value !== null && !isList(value);
}

function listText(
  items: PlainList,
  column: number,
  style: PlainStyle,
  key: string | undefined,
): string | undefined {
  const texts = items.map((item) => blockText(item, column + 2, style, key));
  return texts.includes(undefined)
    ? undefined
    : texts.map((text) => `- ${text ?? ''}`).join(style.lineBreak + ' '.repeat(column));
}

function mapText(map: PlainMap, column: number, style: PlainStyle): string | undefined {
  const entries = Object.entries(map).map(([name, value]) => {
    const text = valueText(value, column, style, name);
    return text === undefined ? undefined : `${writeKey(name, style.keyQuoting)}:${text}`;
  });
  return entries.includes(undefined) ? undefined : entries.join(style.lineBreak + ' '.repeat(column));
}

/** Some strings are quoted only because they would else be numbers: those in the quotes of the document. */
function scalarText(value: Scalar, style: PlainStyle, key: string | undefined): string | undefined {
  const quoting = style.quotingFor(key);
  const text = flowScalar(value, quoting);
  return quoting === 'plain' && text?.startsWith('"') === true
    ? writeScalar(value, style.quotesFor(key))
    : text;
}
