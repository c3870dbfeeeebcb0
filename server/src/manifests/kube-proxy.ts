import type { KubeProxyFact } from '../facts/kube-proxy.ts';
import { kubeProxyKeys, kubeProxyTexts, type KubeProxyKey } from '../knowledge/kube-proxy.ts';
import type { SourceFile } from '../source/file.ts';
import type { Reader } from '../source/reader.ts';
import { isBelowKeys } from './block-lines.ts';

/**
 * Reads where the configuration of a cluster, or a command, says whether kube-proxy runs. Such words stand in machine
 * configurations, in patches that are texts of other files, in files of a cloud-init and in here-documents, half of them
 * templates; so they are read line by line.
 */
export const kubeProxyReader: Reader = {
  kinds: ['yaml', 'script', 'justfile', 'terraform'],
  hints: [...new Set([...kubeProxyKeys, ...kubeProxyTexts].flatMap(({ hints }) => hints))],
  isTextual: true,
  read: (file) =>
    [...factsOfKeys(file), ...factsOfTexts(file)].filter(({ runs }) => !runs || !isPartOfRole(file.path)),
};

/** What a role of Ansible has ready is used under conditions, or overruled by an inventory. */
function isPartOfRole(path: string): boolean {
  return /\/roles\/.*\/(?:defaults|vars|templates)\//.test(path);
}

const keysWithLines = kubeProxyKeys.map((row) => ({ row, line: lineOf(row, [...row.off, ...row.on]) }));

function factsOfKeys({ text }: SourceFile): readonly KubeProxyFact[] {
  return keysWithLines.flatMap(({ row, line: pattern }) => {
    if (![...row.path, row.beside ?? ''].every((part) => text.includes(part))) return [];
    return [...text.matchAll(pattern)].flatMap((match): readonly KubeProxyFact[] => {
      const [line, margin = '', above, value = ''] = match;
      const parents = row.path.slice(0, above === undefined ? -1 : -2);
      const isMeant =
        isBelowKeys(text, match.index, margin.length, parents) && stands(text, match.index, row);
      if (!isMeant) return [];
      const span = { start: match.index + margin.length, end: match.index + line.trimEnd().length };
      return [{ kind: 'kube-proxy', runs: row.on.includes(value), tool: row.tool, span }];
    });
  });
}

/** `key: value` in a line of its own, or `above: { key: value }`. */
function lineOf({ path }: KubeProxyKey, values: readonly string[]): RegExp {
  const key = path.at(-1) ?? '';
  const above = path.length > 1 ? `(?:(${path.at(-2) ?? ''}):[ \\t]*\\{[ \\t]*)?` : '()?';
  const value = `["']?(${values.join('|')})["']?`;
  return new RegExp(
    `^([ ]*(?:- +)?)${above}["']?${key}["']?:[ \\t]*${value}[ \\t]*\\}?[ \\t]*(?=#|\\r?$)`,
    'gm',
  );
}

/** Whether the text that must stand beside a key does, in the same document. */
function stands(text: string, at: number, { beside }: KubeProxyKey): boolean {
  if (beside === undefined) return true;
  const separator = /^[ ]*---/gm;
  const starts = [...text.matchAll(separator)].map(({ index }) => index);
  const start = starts.findLast((index) => index <= at) ?? 0;
  const end = starts.find((index) => index > at) ?? text.length;
  return text.slice(start, end).includes(beside);
}

function factsOfTexts({ text }: SourceFile): readonly KubeProxyFact[] {
  return kubeProxyTexts.flatMap(({ tool, pattern, runs, hints }) => {
    if (!hints.some((hint) => text.includes(hint))) return [];
    return [...text.matchAll(pattern)].flatMap((match): readonly KubeProxyFact[] => {
      const lineStart = text.lastIndexOf('\n', match.index - 1) + 1;
      const isComment = /^\s*(?:#|\/\/)|\s#\s/.test(text.slice(lineStart, match.index));
      const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
      return isComment
        ? []
        : [{ kind: 'kube-proxy', runs, tool, span: { start, end: match.index + match[0].length } }];
    });
  });
}
