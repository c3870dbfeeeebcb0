import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextDocuments, type Connection } from 'vscode-languageserver';
import { admits, type Root, type Roots } from './roots.ts';
import { canonicalUri } from './uris.ts';

/** A document that is open in the editor; its text wins over the file on disk. */
export interface OpenDocument {
  /** The URI as the client writes it: answers must use the same. */
  readonly clientUri: string;
  readonly text: TextDocument;
  readonly root: Root;
}

/** The open documents. All URIs here are canonical, except `clientUri`. */
export interface Documents {
  readonly get: (uri: string) => OpenDocument | undefined;
  readonly uris: () => readonly string[];
  /** Gives the engines every text that changed since. Afterwards their findings are those of the newest texts. */
  readonly flush: () => void;
  /** Resolves when the newest text of a document has been read: at once for cheap ones, soon for costly ones. */
  readonly settled: (uri: string) => Promise<void>;
  /** Reads a document again, for when its root or the root's settings have changed. */
  readonly outdate: (uri: string) => void;
}

/** What follows from what happens to documents. */
export interface DocumentEvents {
  /** The engines have read these documents anew. */
  readonly onRead: (uris: ReadonlySet<string>) => void;
  /** A document was closed: its file on disk counts again. */
  readonly onClose: (uri: string, root: Root) => void;
}

/** Reading a document that costs less than this is not put off at all. */
const cheapMilliseconds = 10;
/** Nothing is put off longer than this, however much it costs. */
const longestDelayMilliseconds = 300;

interface Entry {
  readonly clientUri: string;
  text: TextDocument;
  root: Root;
  dirty: boolean;
  /** How long the engine took for the last text, in milliseconds. */
  cost: number;
}

/**
 * Follows the open documents of a connection. A change of a costly document is read as late as it cost the last time,
 * so that fast typing is read once; the first change of a burst starts the wait, so that it always ends.
 */
export function createDocuments(connection: Connection, roots: Roots, events: DocumentEvents): Documents {
  const open = new Map<string, Entry>();
  const synced = new TextDocuments(TextDocument);
  let timer: NodeJS.Timeout | undefined;
  let waiting: (() => void)[] = [];

  const read = (uri: string, entry: Entry): void => {
    const root = roots.ofDocument(uri);
    if (root !== entry.root) entry.root.lint.remove(uri);
    entry.root = root;
    entry.dirty = false;
    if (admits(root, uri)) root.lint.update(uri, entry.text.getText());
    else root.lint.remove(uri);
  };

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const dirty = [...open].filter(([, entry]) => entry.dirty);
    if (dirty.length > 0) {
      const start = performance.now();
      for (const [uri, entry] of dirty) read(uri, entry);
      for (const root of new Set(dirty.map(([, entry]) => entry.root))) root.lint.findings();
      const cost = (performance.now() - start) / dirty.length;
      for (const [, entry] of dirty) entry.cost = cost;
      events.onRead(new Set(dirty.map(([uri]) => uri)));
    }
    for (const resume of waiting) resume();
    waiting = [];
  };

  const delayOf = ({ cost }: Entry): number =>
    cost <= cheapMilliseconds ? 0 : Math.min(cost, longestDelayMilliseconds);

  const outdate = (entry: Entry): void => {
    entry.dirty = true;
    timer ??= setTimeout(flush, delayOf(entry));
  };

  synced.onDidChangeContent(({ document }) => {
    const uri = canonicalUri(document.uri);
    const known = open.get(uri);
    const entry = known ?? {
      clientUri: document.uri,
      text: document,
      root: roots.ofDocument(uri),
      dirty: true,
      cost: 0,
    };
    entry.text = document;
    open.set(uri, entry);
    outdate(entry);
  });

  synced.onDidClose(({ document }) => {
    const uri = canonicalUri(document.uri);
    const entry = open.get(uri);
    open.delete(uri);
    if (entry !== undefined) events.onClose(uri, entry.root);
  });

  synced.listen(connection);

  return {
    get: (uri) => open.get(uri),
    uris: () => [...open.keys()],
    flush,
    settled: async (uri) => {
      const entry = open.get(uri);
      if (entry?.dirty !== true) return;
      if (delayOf(entry) === 0) flush();
      else await new Promise<void>((resume) => waiting.push(resume));
    },
    outdate: (uri) => {
      const entry = open.get(uri);
      if (entry !== undefined) outdate(entry);
    },
  };
}
