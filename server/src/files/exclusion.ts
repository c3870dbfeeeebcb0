import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';

/** Folders that tools keep for themselves; nothing in them is written by hand. */
const toolFolders: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'node_modules',
  'bower_components',
  '.terraform',
  '.terragrunt-cache',
  '.venv',
  '__pycache__',
  '.tox',
  '.direnv',
  '.gradle',
  '.cache',
]);

/** Tells which paths of a folder are none of ours. Paths are relative to the folder, with forward slashes. */
export interface Exclusion {
  /**
   * Whether an entry is excluded by a glob, a `.gitignore` of the folders down to it, or as a tool's own folder.
   * The folders above it are taken to be included.
   */
  readonly entry: (path: string, isFolder: boolean) => boolean;
  /** Whether an entry, or a folder above it, is excluded. */
  readonly path: (path: string, isFolder: boolean) => boolean;
}

/**
 * The exclusions of one folder. `.gitignore` files are read when first asked for and remembered, so an object of
 * this kind lives for one scan or one batch of events.
 * @param folder absolute path of the folder
 * @param globs what the user excludes, such as `testdata/**`
 */
export function exclusionsOf(folder: string, globs: readonly string[]): Exclusion {
  const matchesGlob = matcherOf(globs);
  const ignoreFiles = new Map<string, Ignore | undefined>();

  const ignoreFileIn = (path: string): Ignore | undefined => {
    if (!ignoreFiles.has(path)) ignoreFiles.set(path, readIgnoreFile(join(folder, path, '.gitignore')));
    return ignoreFiles.get(path);
  };

  const byGitignore = (path: string, isFolder: boolean): boolean => {
    const asked = isFolder ? `${path}/` : path;
    for (const parent of parentsOf(path)) {
      const verdict = ignoreFileIn(parent)?.test(parent === '' ? asked : asked.slice(parent.length + 1));
      if (verdict?.ignored === true) return true;
      if (verdict?.unignored === true) return false;
    }
    return false;
  };

  const entry = (path: string, isFolder: boolean): boolean =>
    (isFolder && toolFolders.has(path.slice(path.lastIndexOf('/') + 1))) ||
    matchesGlob(path) ||
    byGitignore(path, isFolder);

  return {
    entry,
    path: (path, isFolder) =>
      entry(path, isFolder) || parentsOf(path).some((parent) => parent !== '' && entry(parent, true)),
  };
}

/** Tells whether globs match the path of a file, or a folder above it. */
export function globExclusion(globs: readonly string[]): (path: string) => boolean {
  const matches = matcherOf(globs);
  return (path) => matches(path) || parentsOf(path).some((parent) => parent !== '' && matches(parent));
}

function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const fromTop = globs.map((glob) => glob.replace(/^\.?\//, '')).filter((glob) => glob !== '');
  return fromTop.length === 0 ? () => false : picomatch(fromTop, { dot: true });
}

/** The folders above a path, the nearest first, the root (an empty path) last. */
function parentsOf(path: string): readonly string[] {
  const parents: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    parents.push(path.slice(0, end));
  }
  return [...parents, ''];
}

function readIgnoreFile(path: string): Ignore | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return ignore().add(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
