import { editInside } from '../edits/edit-embedded.ts';
import { editYaml } from '../edits/edit-yaml.ts';
import type { Addition, Change, EditResult } from '../edits/edit.ts';
import type { Habits } from '../edits/source.ts';
import type { LayerAddress } from '../facts/settings.ts';
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
  return editInside(text, within, (inner, habits) => write(inner, { document, path }, habits));
}
