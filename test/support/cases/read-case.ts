import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** A case as it lies on disk. Files are named relative to the case, with forward slashes. */
export interface CaseFolder {
  /** `RULE/CASE`. */
  readonly name: string;
  readonly folder: string;
  /** The workspace: name to text. */
  readonly files: ReadonlyMap<string, string>;
  /** The text that a file must have after its preferred fixes: name of the file to text. */
  readonly fixed: ReadonlyMap<string, string>;
}

/** All cases below a folder with one folder per rule. */
export function readCases(root: string): readonly CaseFolder[] {
  return foldersIn(root).flatMap((rule) =>
    foldersIn(join(root, rule)).map((name) => readCase(join(root, rule, name), `${rule}/${name}`)),
  );
}

function readCase(folder: string, name: string): CaseFolder {
  const files = new Map<string, string>();
  const fixed = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).replaceAll(sep, '/');
    const source = sourceOfFixed(file);
    if (source === undefined) files.set(file, readText(path));
    else fixed.set(source, readText(path));
  }
  return { name, folder, files, fixed };
}

/** `values.fixed.yaml` belongs to `values.yaml`, `Makefile.fixed` to `Makefile`. */
function sourceOfFixed(file: string): string | undefined {
  return /\.fixed(?:\.[^./]+)?$/.test(file) ? file.replace(/\.fixed(?=(?:\.[^./]+)?$)/, '') : undefined;
}

/** Where the fixed text of a file is kept. */
export function fixedNameOf(file: string): string {
  const extension = extname(file);
  return `${file.slice(0, file.length - extension.length)}.fixed${extension}`;
}

/** The text as an editor would hold it: the byte order mark belongs to the file, not to the text. */
function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
