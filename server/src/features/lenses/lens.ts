import type { Location, Span } from '../../facts/location.ts';

/** A line of words above a place of a file, and what a click on it leads to. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
  /** The pictures of how calls travel, or places to peek at. */
  readonly opens: 'traffic-paths' | readonly Location[];
}
