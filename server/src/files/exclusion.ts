import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';

/** Folders that tools keep for themselves; nothing in them is written by hand. */
export const toolFolders: ReadonlySet<string> = new Set([
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
 * The exclusions of one folder.
 * @param globs what the user excludes, such as `testdata/**`
 * @param ignoreFileIn the text of the `.gitignore` in a folder, by its relative path; asked for at most once per folder
 */
export function exclusionsWith(
  globs: readonly string[],
  ignoreFileIn: (folder: string) => string | undefined,
): Exclusion {
  const matchesGlob = matcherOf(globs);
  const ignoreFiles = new Map<string, Ignore | undefined>();

  const rulesIn = (folder: string): Ignore | undefined => {
    if (!ignoreFiles.has(folder)) ignoreFiles.set(folder, ignoreRules(ignoreFileIn(folder)));
    return ignoreFiles.get(folder);
  };

  const byGitignore = (path: string, isFolder: boolean): boolean => {
    const asked = isFolder ? `${path}/` : path;
    for (const parent of parentsOf(path)) {
      const verdict = rulesIn(parent)?.test(parent === '' ? asked : asked.slice(parent.length + 1));
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

function ignoreRules(text: string | undefined): Ignore | undefined {
  if (text === undefined) return undefined;
  try {
    return ignore().add(text);
  } catch {
    return undefined;
  }
}
