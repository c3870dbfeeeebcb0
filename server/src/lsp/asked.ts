import type { Inquiry, Place } from '../features/inquiry.ts';
import type { OpenDocument } from './documents.ts';

/** A place of an open document, and who can be asked about it. */
export interface Asked {
  readonly place: Place;
  readonly document: OpenDocument;
  readonly inquiry: Inquiry;
}
