import type { Scalar, ScalarNode } from '../yaml/node.ts';
import { readPlain } from '../yaml/scalar.ts';

/** How a string is quoted where it must be, or where its neighbours are. */
export type Quoting = 'plain' | 'single' | 'double';

/** Words, numbers, addresses, paths: nothing in them is syntax, in block or flow style. */
const plainForm = /^[A-Za-z0-9_/][A-Za-z0-9_./@+-]*(?:[: ][A-Za-z0-9_./@+-]+)*$/;
/** A date, or a number of base 60: a string for Helm, but not for all that read YAML 1.1. */
const disputed = /^\d{4}-\d|^[-+]?\d+(?::\d+)+/;
/** What has to be escaped or would be folded: line breaks of YAML 1.1 and what cannot be seen. */
const needsEscape = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
/** Of these, what JSON leaves as it is. */
const leftByJson = /[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * A scalar as YAML that Helm reads back as exactly that scalar.
 *
 * @param quoting how to quote a string if there is a choice.
 * @returns `undefined` for infinities and NaN, which Helm refuses.
 */
export function writeScalar(value: Scalar, quoting: Quoting): string | undefined {
  if (typeof value === 'string') return writeString(value, quoting);
  const text = String(value);
  return readPlain(text) === value ? text : undefined;
}

/** A key as YAML. */
export function writeKey(key: string, quoting: Quoting): string {
  return writeString(key, quoting);
}

function writeString(text: string, quoting: Quoting): string {
  if (quoting === 'plain' && plainForm.test(text) && !disputed.test(text) && readPlain(text) === text)
    return text;
  if (quoting === 'single' && !needsEscape.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return writeDouble(text);
}

/** JSON's string is YAML's, but for characters that YAML takes for line breaks or refuses, and that nobody sees. */
export function writeDouble(text: string): string {
  return JSON.stringify(text).replace(
    leftByJson,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The quoting of a scalar that is replaced. */
export function quotingOf(node: ScalarNode): Quoting {
  return node.style === 'single' || node.style === 'double' ? node.style : 'plain';
}

/** The quoting that neighbours share: theirs if each has it, otherwise plain. */
export function commonQuoting(nodes: readonly ScalarNode[]): Quoting {
  const [first] = nodes;
  if (first === undefined) return 'plain';
  const quoting = quotingOf(first);
  return nodes.every((node) => quotingOf(node) === quoting) ? quoting : 'plain';
}
