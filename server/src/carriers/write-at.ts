import { editInside } from '../edits/edit-embedded.ts';
import type { Change, EditResult } from '../edits/edit.ts';
import type { LayerAddress } from '../facts/settings.ts';
import type { Carrier } from './carrier.ts';

/** As a carrier's own `write`, and for layers of a document inside a scalar: the carrier then sees that document alone. */
export function writeAt(carrier: Carrier, text: string, address: LayerAddress, change: Change): EditResult {
  const { within, document, path } = address;
  if (within === undefined) return carrier.write(text, address, change);
  return editInside(text, within, (inner) => carrier.write(inner, { document, path }, change));
}
