import { markTemplates } from './conditions.ts';
import { readComposed } from './composed.ts';
import { readEvents } from './events.ts';
import type { YamlDocument, YamlStream } from './node.ts';
import { maskTemplates } from './mask.ts';

/** Longer texts are data, not settings: they are not read at all. In UTF-16 code units. */
export const maxLength = 5_000_000;
/** A text with errors takes the parser that goes on behind them: some microseconds for each. */
const maxFaultyLength = 500_000;
/** Collections within collections. */
const maxDepth = 200;

/**
 * Reads all documents of a text.
 *
 * Never throws. A text with errors gives what could be read and the problems; a text too long or nested too
 * deeply gives one empty document with a problem. Aliases are never expanded. What templates leave open is unknown.
 *
 * @param margin how far the text is indented where it comes from: templates count that in.
 */
export function parseYaml(text: string, margin = 0): YamlStream {
  if (text.length > maxLength) return unread(text, 'The file is too long to be read.');
  const mask = maskTemplates(text, margin);
  if (mask === undefined) return { documents: readDocuments(text) };
  const documents = readEvents(mask.text, maxDepth) ?? readEvents(text, maxDepth) ?? readDocuments(mask.text);
  return { documents: documents.map((document) => markTemplates(document, text, mask)) };
}

function readDocuments(text: string): readonly YamlDocument[] {
  const documents = readEvents(text, maxDepth);
  if (documents !== undefined) return documents;
  if (text.length > maxFaultyLength) return unread(text, 'The file is not valid YAML.').documents;
  try {
    return readComposed(text, maxDepth);
  } catch {
    return unread(text, `The file is nested deeper than ${maxDepth} levels.`).documents;
  }
}

function unread(text: string, message: string): YamlStream {
  const span = { start: 0, end: text.length };
  return { documents: [{ index: 0, span, root: undefined, problems: [{ span, message }] }] };
}
