import { ownText } from '../yaml/own-text.ts';

/**
 * What stands below keys of a text in block style, read line by line. Good for texts that `plainManifests` takes:
 * there a key of a map stands at the indentation of its first key, and everything that belongs to it stands deeper.
 */

/** The lines below the key at the end of a path; none where a key is missing; absent where its value begins on its own line. */
export function plainBlockAt(text: string, path: readonly string[]): readonly string[] | undefined {
  let lines: readonly string[] = text.split(/\r?\n/);
  for (const key of path) {
    const below = blockBelow(lines, key);
    if (below === undefined || below.length === 0) return below;
    lines = below;
  }
  return lines;
}

function blockBelow(lines: readonly string[], key: string): readonly string[] | undefined {
  const indentation = indentationOf(lines);
  const isKey = (line: string): boolean =>
    line.startsWith(key, indentation) && /^:(?:\s|$)/.test(line.slice(indentation + key.length));
  const at = lines.findIndex((line) => leadingSpaces(line) === indentation && isKey(line));
  if (at === -1) return lines.some((line) => isSpecialAt(line, indentation)) ? undefined : [];
  const rest = lines[at]?.slice(indentation + key.length + 1) ?? '';
  const below = lines.slice(at + 1);
  const end = below.findIndex(
    (line) => hasContent(line) && leadingSpaces(line) <= indentation && !isItemAt(line, indentation),
  );
  const block = (end === -1 ? below : below.slice(0, end)).filter(hasContent);
  return /^\s*(?:#.*)?$/.test(rest) ? block : /^\s*\{\s*\}\s*(?:#.*)?$/.test(rest) ? [] : undefined;
}

/** The entries of a block of labels; absent where one of them is not written in the ordinary way. */
export function plainLabels(lines: readonly string[]): Readonly<Record<string, string>> | undefined {
  const indentation = indentationOf(lines);
  const labels: [string, string][] = [];
  for (const line of lines) {
    const [, spaces = '', key = '', double, single, plain] = labelLine.exec(line) ?? [];
    const value = double ?? single ?? plain;
    if (value === undefined || spaces.length !== indentation || isNull(plain)) return undefined;
    labels.push([ownText(key), ownText(value)]);
  }
  return Object.fromEntries(labels);
}

const labelLine = /^( *)([\w./-]+):[ \t]+(?:"([\w./-]*)"|'([\w./-]*)'|([\w./-]+))[ \t]*(?:#.*)?$/;

/** A quoted key, or one that brings in others (`<<`): what a key is called cannot be told from its first letters. */
function isSpecialAt(line: string, indentation: number): boolean {
  return leadingSpaces(line) === indentation && /^(?:<<|["'])/.test(line.slice(indentation));
}

function isNull(plain: string | undefined): boolean {
  return plain !== undefined && /^null$/i.test(plain);
}

/** Lists may stand at the indentation of the key above them. */
function isItemAt(line: string, indentation: number): boolean {
  return leadingSpaces(line) === indentation && line.startsWith('- ', indentation);
}

function indentationOf(lines: readonly string[]): number {
  const first = lines.find(hasContent);
  return first === undefined ? 0 : leadingSpaces(first);
}

function hasContent(line: string): boolean {
  return /^ *[^\s#]/.test(line);
}

function leadingSpaces(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}
