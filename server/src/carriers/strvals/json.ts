import type { Scalar } from '../../yaml/node.ts';

export interface JsonObject {
  readonly [key: string]: JsonValue;
}
export type JsonValue = Scalar | readonly JsonValue[] | JsonObject;

/** Deeper JSON than anyone writes on a command line. */
const maxDepth = 100;

/** A JSON value at the beginning of a text, and where it ends. */
export interface JsonPrefix {
  readonly value: JsonValue;
  readonly end: number;
}

const simple = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|"(?:[^"\\]|\\.)*")/y;

/** Reads one JSON value at `start` (blanks before it are skipped), whatever follows it; undefined if there is none. */
export function readJsonPrefix(text: string, start: number): JsonPrefix | undefined {
  const from = start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
  const end = jsonEnd(text, from);
  if (end === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(from, end));
    return isJson(value) ? { value, end } : undefined;
  } catch {
    return undefined;
  }
}

function jsonEnd(text: string, from: number): number | undefined {
  if (text[from] !== '{' && text[from] !== '[') {
    simple.lastIndex = from;
    return simple.test(text) ? simple.lastIndex : undefined;
  }
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      simple.lastIndex = at;
      if (!simple.test(text)) return undefined;
      at = simple.lastIndex - 1;
    } else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** Whether a value is a list. */
export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether a value is an object: neither null nor a list. */
export function isObject(value: JsonValue): value is JsonObject {
  return value !== null && typeof value === 'object' && !isList(value);
}

function isJson(value: unknown): value is JsonValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  return typeof value === 'object' && Object.values(value).every(isJson);
}
