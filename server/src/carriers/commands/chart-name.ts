import type { ChartReference } from '../../facts/settings.ts';
import { ownText } from '../../yaml/own-text.ts';
import { sourceSpan, unknownText, type Word } from './shell/word.ts';

/** What a chart argument tells. */
export interface ChartName {
  /** As in the file, without quotes. */
  readonly written: string;
  /** The chart's own name: the last part of the path, without version and `.tgz`. */
  readonly name: string;
  readonly version?: ChartReference['version'];
}

const archive = /^(.+?)-v?(\d+\.\d+\.\d+[\w.+-]*)\.tgz$/;
const tagged = /^([^:@]+)(?:[:@](.*))?$/;

/** Reads `cilium/cilium`, `./charts/cilium/`, `cilium-1.14.2.tgz` or `oci://host/cilium:1.14.2`; undefined if a variable hides the name. */
export function chartNamed(word: Word, text: string): ChartName | undefined {
  const written = ownText(
    word.pieces
      .map((piece) => piece.text.replaceAll(unknownText, text.slice(piece.span.start, piece.span.end)))
      .join(''),
  );
  const path = word.text.replace(/\/+$/, '');
  const from = path.lastIndexOf('/') + 1;
  const last = path.slice(from);
  const parts = archive.exec(last) ?? (path.startsWith('oci://') ? tagged.exec(last) : undefined);
  const name = parts?.[1] ?? last.replace(/\.tgz$/, '');
  if (name === '' || name === '.' || name === '..' || name.includes(unknownText)) {
    return last === '.' || last === '..' ? { written, name: last } : undefined;
  }
  const version = parts?.[2];
  if (version === undefined) return { written, name };
  if (version.includes(unknownText)) return { written, name, version: 'unknown' };
  const start = from + last.lastIndexOf(version);
  return { written, name, version: { text: version, span: sourceSpan(word, start, start + version.length) } };
}
