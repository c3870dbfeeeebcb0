import type { Variable } from './word.ts';

/** A folder as a path from the one in which the script lies, or from the folder that a variable names. */
export interface OwnFolder {
  /** `.`, or what stands behind the variable. */
  readonly path: string;
  readonly variable?: Pick<Variable, 'name' | 'of'>;
}

const self = /^(?:\$0|\$\{0\}|\$BASH_SOURCE|\$\{BASH_SOURCE(?:\[0\])?(?::-\$0|:-\$\{0\})?\})$/;
/** What stands behind a folder: `/..`, `/charts`. */
const tail = /^(?:\/[\w.-]+)*\/?$/;
/** Nobody nests these deeper. */
const maxDepth = 6;

/**
 * The folder that a command prints, where the file tells it: `dirname "$0"`, `cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd`,
 * `realpath "$HERE/.."`, `pwd`, `git rev-parse --show-toplevel`. People begin paths with these, so that a script runs from any
 * folder; whoever looks for the file looks in the folders above as well.
 *
 * @param command what stands between `$(` and `)`
 */
export function printedFolder(command: string): OwnFolder | undefined {
  if (command.length > 300) return undefined;
  return folderOf(command.replace(/ *(?:&|[12])?>(?: *\/dev\/null|&[12])/g, ''), 0);
}

/** The folder in `${0%/*}` and `${BASH_SOURCE%/*}`. */
export function trimmedFolder(parameter: string): OwnFolder | undefined {
  return /^(?:0|BASH_SOURCE(?:\[0\])?)%\/\*$/.test(parameter) ? { path: '.' } : undefined;
}

function folderOf(written: string, depth: number): OwnFolder | undefined {
  const command = written.replaceAll('"', '').replace(/\s+/g, ' ').trim();
  if (depth > maxDepth) return undefined;
  if (/^pwd(?: -[LP])?$/.test(command) || /^git rev-parse --show-toplevel$/.test(command))
    return { path: '.' };
  const file = /^dirname (?:-- )?(.+)$/.exec(command)?.[1];
  if (file !== undefined) return isScript(file) ? { path: '.' } : above(placeOf(file, depth + 1));
  const place =
    /^(?:realpath|readlink -[a-z]+) (?:-- )?(.+)$/.exec(command)?.[1] ??
    /^(?:builtin )?cd (?:-- |-[LPe]+ )*(.+?) ?(?:&&|;) ?(?:pwd(?: -[LP])?|git rev-parse --show-toplevel)$/.exec(
      command,
    )?.[1];
  return place === undefined ? undefined : placeOf(place, depth + 1);
}

function isScript(word: string): boolean {
  const inner = /^\$\((?:realpath|readlink -[a-z]+) (?:-- )?(.+)\)$/.exec(word)?.[1];
  return self.test(inner ?? word);
}

/** A word that is a folder, or begins with one. */
function placeOf(word: string, depth: number): OwnFolder | undefined {
  if (/^\.{1,2}(?:\/|$)/.test(word)) return tail.test(`/${word}`) ? { path: word } : undefined;
  const [, name = '', behind = ''] = /^\$\{?([A-Za-z_]\w*)\}?(.*)$/.exec(word) ?? [];
  if (name !== '' && name !== 'BASH_SOURCE') {
    return tail.test(behind) ? { path: behind, variable: { name, of: 'shell' } } : undefined;
  }
  const [, trimmed, rest = ''] = /^\$\{([^{}]+)\}(.*)$/.exec(word) ?? [];
  if (trimmed !== undefined) return followed(trimmedFolder(trimmed), rest);
  const close = word.lastIndexOf(')');
  return word.startsWith('$(') && close !== -1
    ? followed(folderOf(word.slice(2, close), depth), word.slice(close + 1))
    : undefined;
}

function above(folder: OwnFolder | undefined): OwnFolder | undefined {
  return followed(folder, '/..');
}

function followed(folder: OwnFolder | undefined, behind: string): OwnFolder | undefined {
  return folder === undefined || !tail.test(behind)
    ? undefined
    : { ...folder, path: `${folder.path.replace(/\/$/, '')}${behind}` };
}
