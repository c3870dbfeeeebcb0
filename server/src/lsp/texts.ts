import type { EditTarget } from '../features/code-actions.ts';
import type { FileHost } from '../files/host.ts';
import { lineStartsOf, positionAt } from '../workspace/positions.ts';
import type { Documents } from './documents.ts';

/** A file as it is this moment, and where edits of it go. */
export interface CurrentText {
  readonly text: string;
  readonly target: EditTarget;
}

/** The current text of a file: of the open document, else of the file; undefined if it cannot be read. */
export type TextOf = (uri: string) => CurrentText | undefined;

/** The texts of files as they are now, open or closed. */
export interface Texts {
  /**
   * Does work that asks for texts. Where some of them have to be fetched, the work is done again once they are there: it
   * must do nothing but make its result.
   */
  readonly with: <T>(work: (textOf: TextOf) => T) => Promise<T>;
}

/** Texts of open documents as they are, of closed files as the host gives them. */
export function createTexts(documents: Documents, host: FileHost): Texts {
  return {
    with: async (work) => {
      const files = new Map<string, CurrentText | undefined>();
      for (;;) {
        const awaited: Promise<void>[] = [];
        const result = work((uri) => {
          const open = openText(documents, uri);
          if (open !== undefined || files.has(uri)) return open ?? files.get(uri);
          const text = host.text(uri);
          if (!(text instanceof Promise)) return fileText(uri, text);
          files.set(uri, undefined);
          awaited.push(text.then((read) => void files.set(uri, fileText(uri, read))));
          return undefined;
        });
        if (awaited.length === 0) return result;
        await Promise.all(awaited);
      }
    },
  };
}

function openText(documents: Documents, uri: string): CurrentText | undefined {
  const open = documents.get(uri);
  if (open === undefined) return undefined;
  const { text: document, clientUri } = open;
  return {
    text: document.getText(),
    target: {
      uri: clientUri,
      version: document.version,
      positionAt: (offset) => document.positionAt(offset),
    },
  };
}

function fileText(uri: string, text: string | undefined): CurrentText | undefined {
  if (text === undefined) return undefined;
  const lineStarts = lineStartsOf(text);
  return { text, target: { uri, version: null, positionAt: (offset) => positionAt(lineStarts, offset) } };
}
