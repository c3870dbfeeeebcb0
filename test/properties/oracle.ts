import { parseAllDocuments } from 'yaml';
import type { KeyPath, Scalar } from '../../server/src/yaml/node.ts';

/** A value as JSON has it. */
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

/** The values of all documents, read by a parser that the edits know nothing of; aliases and merges resolved. */
export function valuesOf(text: string): readonly Json[] {
  const documents = parseAllDocuments(text, {
    version: '1.1',
    merge: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (!Array.isArray(documents)) return [];
  return documents.map((document) => {
    if (document.errors.length > 0) throw new Error(document.errors[0]?.message);
    return jsonOf(document.toJS({ maxAliasCount: -1 }));
  });
}

function jsonOf(value: unknown): Json {
  if (Array.isArray(value)) return value.map(jsonOf);
  if (value instanceof Set) return Object.fromEntries([...value].map((key) => [String(key), null]));
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonOf(item)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

type JsonMap = Readonly<Record<string, Json>>;

function asMap(value: Json | undefined): JsonMap | undefined {
  if (value === undefined || value === null) return {};
  return typeof value === 'object' && !isList(value) ? value : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value with another one at a path, below maps where there was nothing. */
export function withValue(value: Json | undefined, path: KeyPath, leaf: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (value !== undefined && value !== null && typeof value === 'object' && isList(value)) {
    return value.map((item, index) => (String(index) === key ? withValue(item, rest, leaf) : item));
  }
  const map = asMap(value);
  if (map === undefined) throw new Error(`no map holds ${key}`);
  return { ...map, [key]: withValue(map[key], rest, leaf) };
}

/** The value without what stands at a path; with `prune` without the maps either that held nothing else. */
export function withoutPath(value: Json, path: KeyPath, prune: boolean): Json {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  if (isList(value))
    return value.map((item, index) => (String(index) === key ? withoutPath(item, rest, prune) : item));
  const { [key]: inner, ...others } = value;
  if (inner === undefined) return value;
  if (rest.length === 0) return others;
  const left = withoutPath(inner, rest, prune);
  const isPruned = prune && typeof left === 'object' && left !== null && Object.keys(left).length === 0;
  return isPruned && !isList(left) ? others : { ...value, [key]: left };
}

/** The value at a path. */
export function valueAt(value: Json | undefined, path: KeyPath): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined || value === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (isList(value)) return /^\d+$/.test(key) ? valueAt(value[Number(key)], rest) : undefined;
  return valueAt(value[key], rest);
}
