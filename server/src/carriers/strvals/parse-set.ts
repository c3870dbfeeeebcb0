/**
 * Helm's grammar of `--set` and its kin: `a.b=1,c[0]=x,d={x,y}`.
 *
 * Behaviour as observed with Helm 4.1.4; the tests are the table of what it printed. Two things Helm does are left out: `a[0]`
 * without a value makes an empty list there and nothing here, and a key that an earlier scalar blocks (`a=1,a.b=2`)
 * is Helm's complaint when it merges, not when it parses.
 */
import type { Span } from '../../yaml/node.ts';
import type { ParsedSet, SetAssignment, SetKind, SetProblem, SetValue } from './assignment.ts';
import { readJsonPrefix } from './json.ts';
import { readPath } from './read-path.ts';
import { readUntil, type Scanner } from './scanner.ts';
import { typedValue } from './typed-value.ts';

/** The assignments of one argument of `--set`, `--set-string`, … in its order. Never throws. */
export function parseSet(text: string, kind: SetKind): ParsedSet {
  if (kind === 'set-json' && text.trimStart().startsWith('{')) return parseJsonObject(text);
  const scanner: Scanner = { text, at: 0 };
  const assignments: SetAssignment[] = [];
  while (scanner.at < text.length) {
    const key = readPath(scanner, kind === 'set-literal');
    if (key.kind === 'refused') return { assignments, problem: { at: key.at, message: key.message } };
    if (key.kind === 'nothing') break;
    const { path, segments, span: keySpan } = key;
    const hole = path.findIndex((part, index) => part === '' && typeof path[index - 1] === 'string');
    if (hole !== -1) {
      const message = `key map "${path[hole - 1] ?? ''}" has no value`;
      return { assignments, problem: { at: keySpan.start, message } };
    }
    const read = readValue(scanner, kind);
    if (read.kind === 'refused') return { assignments, problem: read.problem };
    // Helm drops what stands at an empty key.
    if (!path.includes(''))
      assignments.push({ path, segments, keySpan, value: read.value, valueSpan: read.span });
  }
  return { assignments };
}

type ValueResult =
  | { readonly kind: 'value'; readonly value: SetValue; readonly span: Span }
  | { readonly kind: 'refused'; readonly problem: SetProblem };

function readValue(scanner: Scanner, kind: SetKind): ValueResult {
  switch (kind) {
    case 'set-json':
      return readJsonValue(scanner);
    case 'set-literal': {
      const run = readUntil(scanner, '', true);
      return { kind: 'value', value: { kind: 'scalar', value: run.text }, span: run.span };
    }
    case 'set-file': {
      const run = readUntil(scanner, ',');
      return { kind: 'value', value: { kind: 'file', path: run.text }, span: run.span };
    }
    case 'set':
    case 'set-string': {
      const typed = kind === 'set' ? typedValue : (text: string) => text;
      if (scanner.text[scanner.at] === '{') return readList(scanner, typed);
      const run = readUntil(scanner, ',');
      return { kind: 'value', value: { kind: 'scalar', value: typed(run.text) }, span: run.span };
    }
  }
}

function readList(scanner: Scanner, typed: typeof typedValue): ValueResult {
  const start = scanner.at;
  const items = [];
  scanner.at += 1;
  for (;;) {
    const item = readUntil(scanner, ',}');
    if (item.stop === undefined) {
      return { kind: 'refused', problem: { at: start, message: "list must terminate with '}'" } };
    }
    items.push(typed(item.text));
    if (item.stop === '}') break;
  }
  const span = { start, end: scanner.at };
  if (scanner.text[scanner.at] === ',') scanner.at += 1;
  return { kind: 'value', value: { kind: 'list', items }, span };
}

/** JSON up to where it ends by itself; blanks and one comma behind it are skipped. No value at all is null. */
function readJsonValue(scanner: Scanner): ValueResult {
  const start = scanner.at;
  const blank = /^\s*(?:,|$)/.exec(scanner.text.slice(start));
  if (blank !== null) {
    scanner.at += blank[0].length;
    return { kind: 'value', value: { kind: 'json', value: null }, span: { start, end: start } };
  }
  const json = readJsonPrefix(scanner.text, start);
  if (json === undefined) return { kind: 'refused', problem: { at: start, message: 'not a JSON value' } };
  const behind = /^\s*,?/.exec(scanner.text.slice(json.end))?.[0].length ?? 0;
  scanner.at = json.end + behind;
  return { kind: 'value', value: { kind: 'json', value: json.value }, span: { start, end: json.end } };
}

/** `--set-json '{"a": {"b": 1}}'`: an object for the root of the values; nothing may follow it. */
function parseJsonObject(text: string): ParsedSet {
  const json = readJsonPrefix(text, 0);
  if (json === undefined || text.slice(json.end).trim() !== '') {
    return { assignments: [], problem: { at: 0, message: 'not a JSON object' } };
  }
  const start = text.length - text.trimStart().length;
  const span = { start, end: json.end };
  const value: SetValue = { kind: 'json', value: json.value };
  return { assignments: [{ path: [], segments: [], keySpan: span, value, valueSpan: span }] };
}
