import { editInside } from '../edits/edit-embedded.ts';
import { editYaml } from '../edits/edit-yaml.ts';
import { refused, type Addition, type Change, type EditResult } from '../edits/edit.ts';
import type { Habits } from '../edits/source.ts';
import type { HereDocumentAddress, LayerAddress } from '../facts/settings.ts';
import { manifestDocuments } from '../source/here-documents.ts';
import type { Carrier } from './carrier.ts';

/** As a carrier's own `write`, and for layers of a document inside a scalar: the carrier then sees that document alone. */
export function writeAt(carrier: Carrier, text: string, address: LayerAddress, change: Change): EditResult {
  return atAddress(text, address, (inner, own) => carrier.write(inner, own, change));
}

/** Writes a change into the YAML of a Kubernetes object; the address leads to the object's map. */
export function writeManifest(text: string, address: LayerAddress, change: Change | Addition): EditResult {
  return atAddress(text, address, (inner, { document, path }, habits) =>
    editYaml(inner, { document, base: path }, change, habits),
  );
}

function atAddress(
  text: string,
  address: LayerAddress,
  write: (text: string, address: LayerAddress, habits?: Habits) => EditResult,
): EditResult {
  const { within, document, path } = address;
  if (within === undefined) return write(text, address);
  if ('hereDocument' in within)
    return inHereDocument(text, within, (inner) => write(inner, { document, path }));
  return editInside(text, within, (inner, habits) => write(inner, { document, path }, habits));
}

/** Writes into a here-document of a script. What the shell would read as a variable is not written. */
function inHereDocument(
  text: string,
  { hereDocument }: HereDocumentAddress,
  write: (text: string) => EditResult,
): EditResult {
  const document = manifestDocuments(text)[hereDocument];
  if (document === undefined) return refused('gone');
  const { body, expands } = document;
  const inner = write(text.slice(body.start, body.end));
  if (!inner.ok) return inner;
  if (expands && inner.edits.some(({ newText }) => /[$`\\]/.test(newText))) return refused('not-writable');
  const edits = inner.edits.map(({ span, newText }) => ({
    span: { start: span.start + body.start, end: span.end + body.start },
    newText,
  }));
  return { ok: true, edits };
}
