import { FileChangeType, WatchKind, type FileEvent, type FileSystemWatcher } from 'vscode-languageserver';
import type { FileHost, FolderFiles, Soon } from '../files/host.ts';
import { filesOfInterest, isOfInterest } from '../files/interest.ts';
import type { SourceText } from '../files/read-source.ts';
import { inSlices } from '../files/slices.ts';
import { isChartArchive } from '../source/chart-archive.ts';
import type { Documents } from './documents.ts';
import { filesOf, forget, type Indexing } from './indexing.ts';
import type { Root, Roots } from './roots.ts';
import { canonicalUri, isBelow, pathBelow } from './uris.ts';

/**
 * What the client is asked to watch. Changes: of files that may matter. Creation and deletion: of everything, since an
 * editor tells of a whole folder that comes or goes by the folder alone.
 */
export const fileWatchers: FileSystemWatcher[] = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  { globPattern: filesOfInterest, kind: WatchKind.Change },
];

/** Takes what happened to files on disk to the engines. One batch after the other, each in short slices. */
export interface Watching {
  /** Resolves when the batch, and all before it, are taken in. */
  readonly take: (events: readonly FileEvent[]) => Promise<void>;
  /** Reads one file as it stands on disk, as after closing its document. */
  readonly reread: (root: Root, uri: string) => void;
}

/** @param onTaken is called after each batch: findings may have changed */
export function createWatching(
  host: FileHost,
  roots: Roots,
  documents: Documents,
  indexing: Indexing,
  onTaken: () => void,
): Watching {
  let last = Promise.resolve();

  const accept = (root: Root, uri: string, text: string): void => {
    root.files.add(uri);
    if (documents.get(uri) === undefined) root.lint.update(uri, text);
  };

  const take = (root: Root, uri: string, texts: readonly SourceText[]): void => {
    const gone = new Set(isChartArchive(uri) ? atOrBelow(root, uri) : [uri]);
    for (const found of texts) {
      gone.delete(found.uri);
      accept(root, found.uri, found.text);
    }
    forget(root, gone, documents);
  };

  const takeBatch = async (events: readonly FileEvent[]): Promise<void> => {
    const { signal } = new AbortController();
    const folders: { root: Root; uri: string }[] = [];
    const awaited: Promise<void>[] = [];
    const go = <T>(value: Soon<T>, goOn: (value: T) => void): void => {
      const later = whenThere(value, goOn);
      if (later !== undefined) awaited.push(later);
    };
    const outdated = new Set<Root>();
    const known = new Map<Root, FolderFiles | undefined>();
    const filesIn = (root: Root): FolderFiles | undefined => {
      if (!known.has(root)) known.set(root, filesOf(root, host));
      return known.get(root);
    };
    await inSlices(events, signal, ({ uri: clientUri, type }) => {
      const uri = canonicalUri(clientUri);
      const root = roots.of(uri);
      if (root?.kind !== 'folder') return true;
      if (uri.endsWith('/.gitignore')) outdated.add(root);
      else if (type === FileChangeType.Deleted) forget(root, atOrBelow(root, uri), documents);
      else if (isOfInterest(pathBelow(uri, root.uri)))
        go(filesIn(root)?.read(uri) ?? [], (texts) => take(root, uri, texts));
      else if (type === FileChangeType.Created)
        go(filesIn(root)?.isFolder(uri) ?? false, (isFolder) => {
          if (isFolder) folders.push({ root, uri });
        });
      return true;
    });
    await Promise.all(awaited);
    for (const { root, uri } of folders) {
      const scope = { start: pathBelow(uri, root.uri), signal };
      await filesIn(root)?.scan(scope, (found) => accept(root, found.uri, found.text));
    }
    for (const root of outdated) await indexing.read(root);
    onTaken();
  };

  return {
    take: (events) => (last = last.catch(() => undefined).then(() => takeBatch(events))),
    reread: (root, uri) => {
      const texts = filesOf(root, host)?.read(uri) ?? [];
      void whenThere(texts, (read) => take(root, uri, read))?.then(onTaken);
    },
  };
}

/** Goes on with what is there at once; or returns the promise to go on with it later. */
function whenThere<T>(value: Soon<T>, goOn: (value: T) => void): Promise<void> | undefined {
  if (value instanceof Promise) return value.then(goOn);
  goOn(value);
  return undefined;
}

/** The files of a root at a URI or, if that was a folder or an archive, below it. */
function atOrBelow(root: Root, uri: string): readonly string[] {
  if (root.files.has(uri)) return [uri];
  return [...root.files].filter((file) => isBelow(file, uri));
}
