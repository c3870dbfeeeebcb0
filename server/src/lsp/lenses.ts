import type { CodeLens, Command, Range } from 'vscode-languageserver';
import type { Lens } from '../features/lenses/lens.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { fieldsOf } from './settings.ts';
import { shownLocation } from './shown-location.ts';

/** Commands of the client: the pictures of how calls travel, and a peek at places. */
export const trafficCommand = 'ciliumMeshLint.showTrafficPath';
const peekCommand = 'ciliumMeshLint.peek';

/** What a lens carries until it is to be seen. */
interface LensData {
  readonly uri: string;
  /** Lenses of a document are told apart by their words and by those of the same words before them. */
  readonly index: number;
  readonly title: string;
}

/** The lenses of a document, without their commands. */
export function lensesOf(uri: string, { text, root }: OpenDocument): CodeLens[] {
  if (!root.settings.codeLens) return [];
  return root.lint.inquiry.lenses(uri).map(({ span, title }, index) => ({
    range: rangeAt(firstContent(text.getText(), span.start), text),
    data: { uri, index, title } satisfies LensData,
  }));
}

/** A lens with its words, and what a click does where the client can do it. */
export function resolveLens(lens: CodeLens, documents: Documents, client: ClientFeatures): CodeLens {
  const data = fieldsOf(lens.data);
  const uri = data.get('uri');
  const title = data.get('title');
  if (typeof uri !== 'string' || typeof title !== 'string') return lens;
  const document = documents.get(uri);
  const lenses = document?.root.lint.inquiry.lenses(uri) ?? [];
  const found = lenses.find((one, index) => one.title === title && index === data.get('index'));
  // What it was about may be gone by now: the client asks again soon.
  if (document === undefined || found === undefined) return { ...lens, command: { title, command: '' } };
  return { ...lens, command: commandOf(found, lens.range, document, documents, client) };
}

function commandOf(
  { title, opens }: Lens,
  { start }: Range,
  { clientUri, root }: OpenDocument,
  documents: Documents,
  { commands }: ClientFeatures,
): Command {
  if (opens === 'traffic-paths')
    return { title, command: commands.has(trafficCommand) ? trafficCommand : '' };
  if (!commands.has(peekCommand) || opens.length === 0) return { title, command: '' };
  const places = opens.map((at) => shownLocation(at, root, documents));
  return { title, command: peekCommand, arguments: [clientUri, start, places] };
}

/** Manifests may begin with comments and empty lines. */
function firstContent(text: string, from: number): number {
  const skipped = /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*/.exec(text.slice(from))?.[0].length ?? 0;
  return from + skipped;
}

function rangeAt(offset: number, text: OpenDocument['text']): Range {
  const start = text.positionAt(offset);
  return { start, end: start };
}
