import { rootAround, type Root } from './roots.ts';
import { pathBelow } from './uris.ts';

/** What a folder is called among others: as its editor calls it or, where two are called so, by as much of its path as it takes. */
export function folderName(root: Root, roots: readonly Root[]): string {
  const namesakes = roots.filter((other) => other !== root && other.name === root.name);
  if (namesakes.length === 0) return root.name;
  const segments = pathOf(root).split('/');
  const tellsApart = (end: string): boolean =>
    namesakes.every((other) => !`/${pathOf(other)}`.endsWith(`/${end}`));
  const ends = segments.map((_, index) => segments.slice(-index - 1).join('/'));
  return ends.find(tellsApart) ?? root.uri;
}

/** What a file is called: its path below its folder, with the name of the folder before it where several are open. */
export function fileName(uri: string, roots: readonly Root[]): string {
  const root = rootAround(uri, roots);
  if (root === undefined) return uri;
  const path = pathBelow(uri, root.uri);
  return roots.length === 1 ? path : `${folderName(root, roots)}/${path}`;
}

function pathOf({ uri }: Root): string {
  return decodeURIComponent(uri.replace(/^[\w+.-]+:\/+/, ''));
}
