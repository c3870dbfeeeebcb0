import { probe, type KeyProbe, type TypedLine, type ValueProbe } from './probe.ts';

const keyTyped = /^\s*(?<typed>["']?[\w./-]*)$/;
const keyRest = /^(?<rest>[\w./-]*["']?)[ \t]*(?<next>[:,}\r\n#]|$)/;

/**
 * A key in braces: `cni: { excl`.
 *
 * @param entry what stands before the cursor of the same entry
 * @param behind the text behind the cursor
 */
export function keyInFlow(
  entry: string,
  behind: string,
  { before, replaceWith }: TypedLine,
): KeyProbe | undefined {
  const typed = keyTyped.exec(entry)?.groups?.['typed'];
  const { rest = '', next } = keyRest.exec(behind)?.groups ?? {};
  if (typed === undefined || next === undefined) return undefined;
  const hasColon = next === ':';
  const column = before.length - typed.length;
  const tail = hasColon || isLast(behind.slice(rest.length)) ? '' : ',';
  return {
    kind: 'key',
    language: 'yaml',
    ...replaceWith(column, before.length + rest.length, hasColon ? probe : `${probe}: 0${tail}`),
    column,
    hasColon,
    isInBraces: true,
    tail,
  };
}

/** Whether no entry follows without a comma. White space and comments do not count. */
function isLast(behind: string): boolean {
  return /^(?:\s|#.*)*(?:[,}\]]|$)/.test(behind);
}

const valueTyped = /^\s*(?:[\w./-]+|"[^"]*"|'[^']*'):(?<space>\s*)(?<typed>["']?[^"'#,{}[\]]*)$/;

/** A value in braces: `cni: { exclusive: fal`. */
export function valueInFlow(
  entry: string,
  { before, after, replaceWith }: TypedLine,
): ValueProbe | undefined {
  const { space, typed } = valueTyped.exec(entry)?.groups ?? {};
  if (space === undefined || typed === undefined || typed.includes('\n')) return undefined;
  const rest = /^[^,}\]#]*/.exec(after)?.[0].trimEnd() ?? '';
  const lead = space === '' ? ' ' : '';
  return {
    kind: 'value',
    language: 'yaml',
    ...replaceWith(before.length - typed.length, before.length + rest.length, `${lead}${probe}`),
    lead,
  };
}
