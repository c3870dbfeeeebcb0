import { relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Location } from '../facts/location.ts';
import { printable } from '../features/report/terminal-text.ts';
import { lineStartsOf, positionAt, type LineStarts, type Position } from '../workspace/positions.ts';

/** A place as people and programs read it: 0-based, columns in UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** Turns locations into places. */
export interface Places {
  readonly of: (location: Location) => Place;
  /** The path of a file relative to the working directory, with forward slashes. */
  readonly fileOf: (uri: string) => string;
}

/** Places in these texts, relative to a working directory. */
export function placesIn(texts: ReadonlyMap<string, string>, cwd: string): Places {
  const starts = new Map<string, LineStarts>();
  const startsOf = (uri: string): LineStarts => {
    const known = starts.get(uri) ?? lineStartsOf(texts.get(uri) ?? '');
    starts.set(uri, known);
    return known;
  };
  const fileOf = (uri: string): string => relativePath(URI.parse(uri).fsPath, cwd);
  return {
    fileOf,
    of: ({ uri, span }) => ({
      file: fileOf(uri),
      start: positionAt(startsOf(uri), span.start),
      end: positionAt(startsOf(uri), span.end),
    }),
  };
}

/** A path of this machine relative to the working directory, with forward slashes. */
function relativePath(path: string, cwd: string): string {
  return relative(cwd, path).replaceAll(sep, '/');
}

/** A path as messages show it: relative to the working directory where that is shorter, safe to print. */
export function shownPath(path: string, cwd: string): string {
  const shown = relativePath(path, cwd);
  return printable(shown === '' || shown.length > path.length ? path : shown);
}
