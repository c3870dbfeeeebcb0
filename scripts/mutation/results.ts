import { relative, sep } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { ruleOf } from './rule-of.ts';

/** How well the changes in one folder were noticed. */
export interface FolderScore {
  readonly folder: string;
  readonly killed: number;
  readonly survived: number;
  /** Of all changes that could be tried, those that were noticed, in per cent. */
  readonly score: number;
}

const noticed = new Set(['Killed', 'Timeout']);
const unnoticed = new Set(['Survived', 'NoCoverage']);
/** An endless run counts as noticed; it is told all the same, as a busy machine can look like one. */
const told = new Set([...unnoticed, 'Timeout', 'RuntimeError']);

/** The scores of knowledge/, of what rules share and of every rule, by name. */
export function scoresOf(results: readonly MutantResult[], root: string): readonly FolderScore[] {
  const folders = [...new Set(results.map(({ fileName }) => folderOf(fileName, root)))].sort();
  return folders.map((folder) => {
    const inside = results.filter(({ fileName }) => folderOf(fileName, root) === folder);
    const count = (statuses: ReadonlySet<string>): number =>
      inside.filter(({ status }) => statuses.has(status)).length;
    return scoreOf(folder, count(noticed), count(unnoticed));
  });
}

/** A folder in which so many changes were noticed, and so many not. */
export function scoreOf(folder: string, killed: number, survived: number): FolderScore {
  return { folder, killed, survived, score: (100 * killed) / Math.max(1, killed + survived) };
}

/** `knowledge`, `rules` for what rules share, `rules/NAME`. */
function folderOf(fileName: string, root: string): string {
  const name = nameOf(fileName, root);
  const [room = ''] = name.split('/').slice(2);
  const rule = ruleOf(name);
  return rule === undefined ? room : `${room}/${rule}`;
}

function nameOf(fileName: string, root: string): string {
  return relative(root, fileName).replaceAll(sep, '/');
}

/**
 * A change that nobody noticed, or that ran without end: place (Stryker counts lines and columns from 1), what stood there
 * and what stood there instead. Nothing for one that was noticed.
 */
export function survivorText(
  { fileName, location: { start, end }, status, mutatorName, replacement }: MutantResult,
  root: string,
  readText: (fileName: string) => string,
): string | undefined {
  if (!told.has(status)) return undefined;
  const [first = '', ...others] = readText(fileName)
    .split('\n')
    .slice(start.line - 1, end.line);
  const before =
    others.length === 0
      ? first.slice(start.column - 1, end.column - 1)
      : `${first.slice(start.column - 1)} …`;
  const place = `${nameOf(fileName, root)}:${start.line}:${start.column}`;
  return `${place} ${status} ${mutatorName}\n  - ${before}\n  + ${replacement}`;
}
