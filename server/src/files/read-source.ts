import { sep } from 'node:path';
import { URI } from 'vscode-uri';
import { isChartArchive } from '../source/chart-archive.ts';
import { readArchive, type ArchiveProblem } from './archive.ts';
import { readBytes, readText, type UnreadReason } from './read-text.ts';

/** A text for the engine. */
export interface SourceText {
  /** As VS Code writes it. What lies packed in an archive has one below that of the archive. */
  readonly uri: string;
  readonly text: string;
}

export type SourceOutcome =
  | { readonly ok: true; readonly texts: readonly SourceText[] }
  | { readonly ok: false; readonly reason: UnreadReason | ArchiveProblem };

/** Reads what a file holds for the engine: its text or, of a packed chart, the texts that matter. Never throws. */
export function readSource(path: string): SourceOutcome {
  return isChartArchive(path.replaceAll(sep, '/')) ? readPacked(path) : readPlain(path);
}

function readPlain(path: string): SourceOutcome {
  const outcome = readText(path);
  return outcome.ok ? { ok: true, texts: [{ uri: uriOf(path), text: outcome.text }] } : outcome;
}

function readPacked(path: string): SourceOutcome {
  const read = readBytes(path, readArchive);
  const outcome = read.ok ? read.value : read;
  if (!outcome.ok) return outcome;
  return {
    ok: true,
    texts: outcome.texts.map(({ name, text }) => ({ uri: uriOf(`${path}/${name}`), text })),
  };
}

function uriOf(path: string): string {
  return URI.file(path).toString();
}
