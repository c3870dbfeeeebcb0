import type { EditResult, Change } from '../edits/edit.ts';
import type { CarrierName, LayerAddress } from '../facts/settings.ts';
import type { Reader } from '../source/reader.ts';

/**
 * A form in which people deliver settings. It finds layers of settings in a file, and writes one change back in
 * that form. A new form is one file that exports a carrier, and a line in `registry.ts`.
 */
export interface Carrier extends Reader {
  readonly name: CarrierName;
  /**
   * The text edits that make a change in the layer at `address`. `text` is the file as it is now; an address that no
   * longer leads anywhere is an error value, never an exception.
   */
  readonly write: (text: string, address: LayerAddress, change: Change) => EditResult;
}
