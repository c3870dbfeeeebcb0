import type { SuppressionFact } from '../facts/suppression.ts';
import type { Span } from '../yaml/node.ts';
import { ownText } from '../yaml/own-text.ts';
import type { Reader } from './reader.ts';

/** What every suppression begins with, behind the sign of a comment. */
export const suppressionMark = 'cilium-mesh-lint-ignore';

/**
 * Reads comments that keep rules from speaking, in files of every kind:
 *
 *     # cilium-mesh-lint-ignore-next-line RULE, RULE: reason
 *     # cilium-mesh-lint-ignore-file RULE: reason
 */
export const suppressionReader: Reader = {
  kinds: ['yaml', 'script', 'dockerfile', 'justfile', 'tiltfile', 'markdown', 'terraform'],
  hints: [suppressionMark],
  isTextual: true,
  read: ({ text }) => [...text.matchAll(directive)].map((match) => suppressionAt(match, text)),
};

/** A comment of YAML, of shells, of HTML (Markdown) or of Terraform, up to the end of its line. */
const directive =
  /(?:#|\/\/|<!--)[ \t]*cilium-mesh-lint-ignore-(?<scope>next-line|file)[ \t]+(?<rules>[a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)[ \t]*(?::[ \t]*(?<reason>.*?))?[ \t]*(?:-->)?[ \t]*\r?$/gm;

function suppressionAt(match: RegExpExecArray, text: string): SuppressionFact {
  const { scope, rules = '', reason = '' } = match.groups ?? {};
  const written = match[0].trimEnd();
  const span = { start: match.index, end: match.index + written.length };
  const rulesStart =
    match.index +
    match[0].indexOf(
      rules,
      match[0].indexOf(suppressionMark) + suppressionMark.length + (scope ?? '').length,
    );
  return {
    kind: 'suppression',
    scope: scope === 'file' ? 'file' : 'next-line',
    rules: [...rules.matchAll(/[a-z0-9-]+/g)].map(({ 0: name, index }) => ({
      name: ownText(name),
      span: { start: rulesStart + index, end: rulesStart + index + name.length },
    })),
    reason: ownText(reason.replace(/[ \t]*-->$/, '')),
    target: scope === 'file' ? { start: 0, end: text.length } : targetBehind(text, span.end),
    span,
  };
}

/** The next line with something on it that is no comment, and the lines that it is continued on by `\`. */
function targetBehind(text: string, offset: number): Span {
  let start = nextLine(text, offset);
  while (start < text.length && /^[ \t]*(?:#|\/\/|<!--|\r?$)/.test(lineAt(text, start))) {
    start = nextLine(text, start);
  }
  let end = start + lineAt(text, start).length;
  while (/\\\r?$/.test(lineAt(text, start, end)) && end < text.length) {
    const next = nextLine(text, end);
    end = next + lineAt(text, next).length;
  }
  return { start, end };
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** The line that begins at an offset, or all lines up to `end`, without the last line break. */
function lineAt(text: string, start: number, end = start): string {
  const stop = text.indexOf('\n', end);
  return text.slice(start, stop === -1 ? text.length : stop);
}
