import {
  FileChangeType,
  WatchKind,
  type FileEvent,
  type FileSystemWatcher,
} from 'vscode-languageserver/node';
import { exclusionsOf, type Exclusion } from '../files/exclusion.ts';
import { readSource } from '../files/read-source.ts';
import { scanFolder } from '../files/scan.ts';
import { inSlices } from '../files/slices.ts';
import { isFolder, isOfInterest, leadsInside } from '../files/walk.ts';
import { isChartArchive } from '../source/chart-archive.ts';
import type { Documents } from './documents.ts';
import { forget, type Indexing } from './indexing.ts';
import type { Root, Roots } from './roots.ts';
import { canonicalUri, fileOf, isBelow, pathBelow } from './uris.ts';

/**
 * What the client is asked to watch. Changes: of files that may matter. Creation and deletion: of everything, since an
 * editor tells of a whole folder that comes or goes by the folder alone.
 */
export const fileWatchers: FileSystemWatcher[] = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  {
    globPattern:
      '**/{*.yaml,*.yml,*.tmpl,*.tpl,*.tftpl,*.gotmpl,*.j2,*.sops,Chart.lock,*.sh,*.bash,*.zsh,*.mk,*akefile,*akefile.*,' +
      '*.md,*.markdown,*.mdx,*.tf,*.tofu,*ockerfile,*ockerfile.*,*ontainerfile,*ontainerfile.*,*ustfile,*.just,' +
      'Tiltfile,Tiltfile.*,*.tgz,*.tar.gz,.gitignore}',
    kind: WatchKind.Change,
  },
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

  const read = (root: Root, uri: string, exclusion: Exclusion): void => {
    const folder = fileOf(root.uri);
    const file = fileOf(uri);
    const isOurs =
      folder !== undefined &&
      file !== undefined &&
      root.kind === 'folder' &&
      root.settings.enable &&
      !exclusion.path(pathBelow(uri, root.uri), false) &&
      leadsInside(folder, file);
    const outcome = isOurs ? readSource(file) : undefined;
    const texts = outcome?.ok === true ? outcome.texts : [];
    const gone = new Set(isChartArchive(uri) ? atOrBelow(root, uri) : [uri]);
    for (const found of texts) {
      gone.delete(found.uri);
      accept(root, found.uri, found.text);
    }
    forget(root, gone, documents);
  };

  const readFolder = async (root: Root, uri: string, exclusion: Exclusion): Promise<void> => {
    const folder = fileOf(root.uri);
    const start = pathBelow(uri, root.uri);
    if (folder === undefined || !root.settings.enable || exclusion.path(start, true)) return;
    const options = { exclusion, start, signal: new AbortController().signal };
    await scanFolder(folder, options, (found) => accept(root, found.uri, found.text));
  };

  const takeBatch = async (events: readonly FileEvent[]): Promise<void> => {
    const folders: { root: Root; uri: string }[] = [];
    const outdated = new Set<Root>();
    const exclusions = new Map<Root, Exclusion>();
    const exclusionFor = (root: Root): Exclusion => {
      const known = exclusions.get(root) ?? exclusionsOf(fileOf(root.uri) ?? '', root.settings.exclude);
      exclusions.set(root, known);
      return known;
    };
    await inSlices(events, new AbortController().signal, ({ uri: clientUri, type }) => {
      const uri = canonicalUri(clientUri);
      const root = roots.of(uri);
      if (root?.kind !== 'folder') return true;
      if (uri.endsWith('/.gitignore')) outdated.add(root);
      else if (type === FileChangeType.Deleted) forget(root, atOrBelow(root, uri), documents);
      else if (isOfInterest(pathBelow(uri, root.uri))) read(root, uri, exclusionFor(root));
      else if (type === FileChangeType.Created && isFolder(fileOf(uri) ?? '')) folders.push({ root, uri });
      return true;
    });
    for (const { root, uri } of folders) await readFolder(root, uri, exclusionFor(root));
    for (const root of outdated) await indexing.read(root);
    onTaken();
  };

  return {
    take: (events) => (last = last.catch(() => undefined).then(() => takeBatch(events))),
    reread: (root, uri) => read(root, uri, exclusionsOf(fileOf(root.uri) ?? '', root.settings.exclude)),
  };
}

/** The files of a root at a URI or, if that was a folder or an archive, below it. */
function atOrBelow(root: Root, uri: string): readonly string[] {
  if (root.files.has(uri)) return [uri];
  return [...root.files].filter((file) => isBelow(file, uri));
}
