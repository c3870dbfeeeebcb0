import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seenFields, stringsInData } from './strings-in-data.ts';
import { stringsInSource, type Translatable } from './strings-in-source.ts';

const root = join(import.meta.dirname, '../..');

/** Every text that people see, each once, in the order of the files. */
export function allStrings(): readonly Translatable[] {
  const sources = globSync('{server,client}/src/**/*.ts', { cwd: root }).sort();
  const all = [
    ...sources.flatMap((file) => stringsInSource(file.replaceAll('\\', '/'), textOf(file))),
    ...Object.keys(seenFields).flatMap((file) => stringsInData(file, JSON.parse(textOf(file)))),
  ];
  return [...new Map(all.toReversed().map((one) => [one.key, one])).values()].reverse();
}

/** A bundle of translations, such as `l10n/bundle.l10n.de.json`: by text, its translation. */
export function readBundle(file: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(readStrings(JSON.parse(textOf(file)))));
}

/** The bundles of all languages. */
export const bundleFiles: readonly string[] = globSync('l10n/bundle.l10n.*.json', { cwd: root }).sort();

/** The places of a text that are filled in: `{0}`. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
}

function readStrings(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) throw new Error('A bundle is an object of texts.');
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
