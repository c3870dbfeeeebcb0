import { editInside } from '../../../edits/edit-embedded.ts';
import { embeddedText, outerOffset } from '../../../yaml/embedded.ts';
import type { Script } from '../script.ts';
import type { PlacedScalar } from './find-scripts.ts';

/**
 * A script that stands in a scalar. Nothing where the scalar may not be there, is written by another tool as a whole, or
 * stands in quotes over several lines.
 */
export function scalarScript(text: string, { document, path, scalar }: PlacedScalar): Script | undefined {
  const isForeign = scalar.conditional === true || scalar.tag !== undefined;
  const embedded = isForeign ? undefined : embeddedText(text, scalar);
  if (embedded === undefined) return undefined;
  return {
    text: embedded.text,
    dialect: 'templated',
    placeOf: (offset) => outerOffset(embedded, offset),
    place: (edits) => editInside(text, { document, path }, () => ({ ok: true, edits })),
  };
}
