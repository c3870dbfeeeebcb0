import { pathOf } from '../source/file.ts';

/** Pure path arithmetic on decoded, slash-separated paths, as `pathOf` gives them. */

/** The folder of a path, without a slash at its end; empty for a path at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name of the file behind a URI, decoded, for people. */
export function fileNameOf(uri: string): string {
  return nameOf(pathOf(uri));
}

/** A path relative to a folder, with `.` and `..` resolved. An absolute path is returned resolved. */
export function joinPath(folder: string, relative: string): string {
  const own = relative.replace(/^\.\/(?!\/)/, '');
  const whole = own.startsWith('/') ? own : `${folder}/${own}`;
  if (!unresolved.test(whole)) return whole;
  const segments: string[] = [];
  for (const segment of whole.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** Segments that are empty or go elsewhere, and a path that does not begin at the root. */
const unresolved = /^(?!\/)|\/\.{0,2}(?:\/|$)/;

/** The folder and the folders above it, nearest first, up to the root. */
export function foldersUpwards(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== '';) {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}

/** Tells paths that go through a folder of such a name below the folder that all of `paths` share. */
export function withinFolders(names: RegExp, paths: readonly string[]): (path: string) => boolean {
  const [first = '', ...others] = paths;
  const shared = foldersUpwards(folderOf(first)).find((folder) =>
    others.every((path) => path.startsWith(`${folder}/`)),
  );
  const start = shared?.length ?? 0;
  const known = new Map<string, boolean>();
  return (path) => {
    const folder = folderOf(path.slice(start));
    const isWithin = known.get(folder) ?? folder.split('/').some((name) => names.test(name));
    known.set(folder, isWithin);
    return isWithin;
  };
}
