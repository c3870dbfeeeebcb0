import type { Span } from '../../facts/location.ts';
import { lineAt } from '../line-at.ts';

/**
 * A word that nobody writes. It is put where the cursor stands, so that the readers themselves find out what that place
 * is: in every form of delivery, and also where the text is not finished.
 */
export const probe = 'ciliumMeshLintProbe';

/** A guess at what is being written at a place, and the text with the probe there. */
export type Probed = KeyProbe | ValueProbe | ArgumentProbe;

/** A key of a map, in YAML. */
export interface KeyProbe {
  readonly kind: 'key';
  readonly text: string;
  readonly replace: Span;
  /** The column in which the key begins. */
  readonly column: number;
  /** The line goes on with a colon. */
  readonly hasColon: boolean;
  /** The map is written in braces: everything stays in the line. */
  readonly isInBraces: boolean;
}

/** A value behind a key, in YAML. */
export interface ValueProbe {
  readonly kind: 'value';
  readonly text: string;
  readonly replace: Span;
  /** What has to stand before it: there is no space behind the colon yet. */
  readonly lead: string;
}

/** Helm's grammar, `a.b=c`: an argument of `--set`, or the name of an item that becomes one. */
export interface ArgumentProbe {
  readonly kind: 'argument';
  readonly text: string;
  readonly replace: Span;
  /** The keys before the one that is being typed, such as `cilium.socketLB.`; the whole path is replaced. */
  readonly parent: string;
  /** The key is to be followed by `=`. */
  readonly wantsEquals: boolean;
}

/** What may be written at an offset, the likeliest first; at most three guesses. */
export function probesAt(text: string, offset: number): readonly Probed[] {
  const { text: line, start } = lineAt(text, offset);
  const before = line.slice(0, offset - start);
  const after = line.slice(offset - start);
  if (/(?:^|\s)#/.test(before)) return [];
  const replaceWith = (
    from: number,
    to: number,
    word: string,
  ): { readonly text: string; readonly replace: Span } => ({
    text: text.slice(0, start + from) + word + text.slice(start + to),
    replace: { start: start + from, end: start + to },
  });
  const argument = argumentProbe(before, after, replaceWith);
  const item = itemNameProbe(before, after, replaceWith);
  const inLine =
    keyProbe(before, after, replaceWith) ??
    valueProbe(before, after, replaceWith) ??
    probeInBraces(before, after, replaceWith);
  return [argument, item, inLine].filter((guess) => guess !== undefined);
}

type Replace = (from: number, to: number, word: string) => { readonly text: string; readonly replace: Span };

const keyBefore = /^(?<lead> *(?:- +)*)(?<quote>["']?)(?<typed>[\w./-]*)$/;
const keyAfter = /^(?<rest>[\w./-]*)["']?[ \t]*(?<colon>:(?=\s|$))?(?<more>.*)$/;

function keyProbe(before: string, after: string, replaceWith: Replace): KeyProbe | undefined {
  const groups = keyBefore.exec(before)?.groups;
  const behind = keyAfter.exec(after)?.groups;
  if (groups === undefined || behind === undefined) return undefined;
  const hasColon = behind['colon'] !== undefined;
  const typed = groups['typed'] ?? '';
  // `---` is a separator, and a lone dash begins an item.
  const isOther = (!hasColon && /\S/.test(behind['more'] ?? '')) || typed.startsWith('-');
  if (isOther) return undefined;
  const column = (groups['lead'] ?? '').length;
  const end = before.length + (hasColon ? after.indexOf(':') : (behind['rest'] ?? '').length);
  return {
    kind: 'key',
    ...replaceWith(column, end, hasColon ? probe : `${probe}:`),
    column,
    hasColon,
    isInBraces: false,
  };
}

const valueBefore =
  /^ *(?:- +)*(?:[\w./-]+|"[^"]*"|'[^']*'):(?<space>[ \t]*)(?<typed>["']?[^"'#{}[\]|>&*]*)$/;

function valueProbe(before: string, after: string, replaceWith: Replace): ValueProbe | undefined {
  const groups = valueBefore.exec(before)?.groups;
  if (groups === undefined) return undefined;
  const rest = /^(?:(?!\s#)[^])*/.exec(after)?.[0].trimEnd() ?? '';
  const isSpaced = groups['space'] !== '';
  const from = before.length - (groups['typed'] ?? '').length;
  return {
    kind: 'value',
    ...replaceWith(from, before.length + rest.length, isSpaced ? probe : ` ${probe}`),
    lead: isSpaced ? '' : ' ',
  };
}

const keyInBraces = /[{,][ \t]*(?<typed>[\w./-]*)$/;
const valueInBraces = /[{,][ \t]*[\w./-]+:(?<space>[ \t]+)(?<typed>[^,{}"']*)$/;

/** `cni: { exclusive: false }`, on a line of its own. Templates have braces too. */
function probeInBraces(
  before: string,
  after: string,
  replaceWith: Replace,
): KeyProbe | ValueProbe | undefined {
  const isInside = before.lastIndexOf('{') > before.lastIndexOf('}');
  if (!isInside || (before + after).includes('{{')) return undefined;
  const value = valueInBraces.exec(before)?.groups?.['typed'];
  if (value !== undefined) {
    const rest = /^[^,}#]*/.exec(after)?.[0].trimEnd() ?? '';
    return {
      kind: 'value',
      ...replaceWith(before.length - value.length, before.length + rest.length, probe),
      lead: '',
    };
  }
  const typed = keyInBraces.exec(before)?.groups?.['typed'];
  const rest = /^(?<rest>[\w./-]*)[ \t]*(?<next>[:,}]|$)/.exec(after)?.groups;
  if (typed === undefined || rest === undefined) return undefined;
  const hasColon = rest['next'] === ':';
  const from = before.length - typed.length;
  return {
    kind: 'key',
    ...replaceWith(from, before.length + (rest['rest'] ?? '').length, hasColon ? probe : `${probe}: 0`),
    column: from,
    hasColon,
    isInBraces: true,
  };
}

const setFlag =
  /(?:^|[\s"'[,])--(?:helm-)?set(?:-string|-json|-file|-literal)?(?:=|["']?,?\s+)["']?(?<typed>[^\s"']*)$/;

function argumentProbe(before: string, after: string, replaceWith: Replace): ArgumentProbe | undefined {
  const typed = setFlag.exec(before)?.groups?.['typed'];
  if (typed === undefined) return undefined;
  const assignment = /(?:^|,)(?<key>(?:[^,=\\]|\\.)*)(?:=(?<value>(?:[^,\\]|\\.)*))?$/.exec(typed)?.groups;
  if (assignment === undefined) return undefined;
  const { key = '', value } = assignment;
  const rest = /^[\w.-]*/.exec(after)?.[0] ?? '';
  if (value !== undefined) {
    const place = replaceWith(before.length - value.length, before.length + rest.length, probe);
    return { kind: 'argument', ...place, parent: '', wantsEquals: false };
  }
  const wantsEquals = after[rest.length] !== '=';
  const parent = key.slice(0, key.lastIndexOf('.') + 1);
  const { replace } = replaceWith(before.length - key.length, before.length + rest.length, '');
  const word = `${parent}${probe}${wantsEquals ? '=0' : ''}`;
  const { text } = replaceWith(before.length - key.length, before.length + rest.length, word);
  return { kind: 'argument', text, replace, parent, wantsEquals };
}

/** `- name: a.b` of an Argo CD parameter, of helmfile's `set`, of Terraform's `set`. */
function itemNameProbe(before: string, after: string, replaceWith: Replace): ArgumentProbe | undefined {
  const key = /\bname\s*[:=]\s*["']?(?<key>[\w.-]*)$/.exec(before)?.groups?.['key'];
  if (key === undefined) return undefined;
  const rest = /^[\w.-]*/.exec(after)?.[0] ?? '';
  const from = before.length - key.length;
  const to = before.length + rest.length;
  const parent = key.slice(0, key.lastIndexOf('.') + 1);
  const { text } = replaceWith(from, to, `${parent}${probe}`);
  return {
    kind: 'argument',
    text,
    replace: replaceWith(from, to, '').replace,
    parent,
    wantsEquals: false,
  };
}
