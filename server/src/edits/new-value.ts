import type { MapEntry, MapNode, Scalar } from '../yaml/node.ts';
import { behindIndicator, lineEnd, trimEnd } from '../yaml/trivia.ts';
import { columnOf, entryStart } from './layout.ts';
import { type Quoting, writeScalar } from './write.ts';

/** A value that is to be written behind a key. Nothing where it cannot be written there. */
export interface NewValue {
  /** What stands behind the colon of a key in a block map, the space or the line break before it included. */
  readonly block: (keyColumn: number) => string | undefined;
  /** What stands behind `: ` in a flow map. */
  readonly flow: () => string | undefined;
}

/** How a scalar is written as the value of a key, in a block and in braces. */
export function scalarValue(value: Scalar, quoting: Quoting): NewValue {
  const block = writeScalar(value, quoting);
  return {
    block: () => block && ` ${block}`,
    flow: () => flowScalar(value, quoting),
  };
}

/** In flow style YAML 1.1 takes the colon of `10.0.0.1:80` for that of a key. */
export function flowScalar(value: Scalar, quoting: Quoting): string | undefined {
  const hasColon = typeof value === 'string' && value.includes(':');
  return writeScalar(value, hasColon && quoting === 'plain' ? 'double' : quoting);
}

/** The value of an entry as it is written, moved to where its new key stands. */
export function movedValue(text: string, map: MapNode, entry: MapEntry): NewValue {
  const behindColon = behindIndicator(text, entry.key.span.end, ':');
  const end = Math.max(behindColon, entry.value.span.end);
  const column = columnOf(text, entryStart(text, map, entry));
  const stop = map.style === 'block' ? lineEnd(text, end) : end;
  const source = text.slice(behindColon, trimEnd(text, behindColon, stop));
  const isOneLine = !/[\r\n]/.test(source);
  return {
    block: (keyColumn) =>
      map.style === 'block'
        ? shiftLines(source, keyColumn - column)
        : isOneLine
          ? ` ${source.trim()}`
          : undefined,
    flow: () => {
      const value = text.slice(behindColon, end).trim();
      const isPlain = entry.value.kind === 'scalar' && !/[,[\]{}\r\n]/.test(value);
      return map.style === 'flow' || (isPlain && isOneLine) ? value : undefined;
    },
  };
}

/** All lines but the first, moved to the right or the left; nothing if one of them does not reach that far. */
function shiftLines(source: string, by: number): string | undefined {
  const [first = '', ...lines] = source.split(/(?<=\r\n|\n|\r(?!\n))/);
  const shifted = lines.map((line) => {
    if (line.trim() === '') return line;
    if (by >= 0) return ' '.repeat(by) + line;
    return line.slice(0, -by).trim() === '' ? line.slice(-by) : undefined;
  });
  return shifted.includes(undefined) ? undefined : [first, ...shifted].join('');
}
