import { readText } from '../files/read-text.ts';
import type { EditTarget } from '../features/code-actions.ts';
import { lineStartsOf, positionAt } from '../workspace/positions.ts';
import type { Documents } from './documents.ts';
import { fileOf } from './uris.ts';

/** A file as it is this moment, and where edits of it go. */
export interface CurrentText {
  readonly text: string;
  readonly target: EditTarget;
}

/** The current text of a file: of the open document, else from disk; undefined if it cannot be read. */
export function currentText(documents: Documents, uri: string): CurrentText | undefined {
  const open = documents.get(uri);
  if (open !== undefined) {
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
  const path = fileOf(uri);
  const outcome = path === undefined ? undefined : readText(path);
  if (outcome?.ok !== true) return undefined;
  const lineStarts = lineStartsOf(outcome.text);
  return {
    text: outcome.text,
    target: { uri, version: null, positionAt: (offset) => positionAt(lineStarts, offset) },
  };
}
