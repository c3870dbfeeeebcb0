import type { FileHost, FolderFiles, ScanSummary } from '../files/host.ts';
import type { Documents } from './documents.ts';
import { inSlices } from '../files/slices.ts';
import { admits, type Root, type Roots } from './roots.ts';

/** Reads the folders of the workspace in the background. */
export interface Indexing {
  /** Reads a root anew, ending a scan of it that still runs, and forgets what is gone. The promise is its `ready`. */
  readonly read: (root: Root) => Promise<void>;
  /** Ends a scan of the root, if one runs. */
  readonly stop: (root: Root) => void;
}

/** What the user is told about a scan that began. */
export interface ScanReport {
  readonly progress: (files: number) => void;
  /** Undefined: it was ended before it was through. */
  readonly end: (summary: ScanSummary | undefined, milliseconds: number) => void;
}

/** How many files are read between two words on the progress. */
const filesPerReport = 500;

/** @param onReady is called when a root has been read: its findings hold now */
export function createIndexing(
  host: FileHost,
  roots: Roots,
  documents: Documents,
  report: (root: Root) => ScanReport,
  onReady: () => void,
): Indexing {
  const running = new Map<Root, AbortController>();

  const scan = async (root: Root, folder: FolderFiles, signal: AbortSignal): Promise<void> => {
    const { progress, end } = report(root);
    const start = performance.now();
    const gone = new Set(root.files);
    let count = 0;
    const summary = await folder.scan({ signal }, ({ uri, text }) => {
      if (++count % filesPerReport === 0) progress(count);
      // A folder inside this one may be open on its own: its files are read there.
      if (roots.of(uri) !== root) return;
      gone.delete(uri);
      root.files.add(uri);
      if (documents.get(uri) === undefined) root.lint.update(uri, text);
    });
    if (!signal.aborted) forget(root, gone, documents);
    await inSlices(root.lint.prepare(), signal, () => true);
    end(signal.aborted ? undefined : summary, performance.now() - start);
  };

  const stop = (root: Root): void => running.get(root)?.abort();

  const read = async (root: Root): Promise<void> => {
    stop(root);
    const abort = new AbortController();
    running.set(root, abort);
    root.isReady = false;
    for (const uri of documents.uris()) if (roots.of(uri) === root) documents.outdate(uri);
    const folder = filesOf(root, host);
    try {
      if (folder === undefined) forget(root, [...root.files], documents);
      else await scan(root, folder, abort.signal);
    } finally {
      if (running.get(root) === abort) {
        running.delete(root);
        documents.flush();
        root.isReady = true;
        onReady();
      }
    }
  };

  return { read: (root) => (root.ready = read(root)), stop };
}

/** The files of a root that are to be read, as the settings are now; undefined where there are none. */
export function filesOf({ kind, uri, settings }: Root, host: FileHost): FolderFiles | undefined {
  return kind === 'folder' && settings.enable ? host.folder(uri, settings.exclude) : undefined;
}

/** Takes files out of a root; those that are open stay as long as the settings let them. */
export function forget(root: Root, uris: Iterable<string>, documents: Documents): void {
  for (const uri of uris) {
    root.files.delete(uri);
    if (documents.get(uri) === undefined || !admits(root, uri)) root.lint.remove(uri);
  }
}
