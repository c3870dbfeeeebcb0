import type { Location } from '../facts/location.ts';
import type { Completion, CompletionTopic } from './completion/completion.ts';

/** A place in a file, as an editor asks about it. `text` is the one that the engine was given last. */
export interface Place {
  readonly uri: string;
  readonly text: string;
  readonly offset: number;
}

/** Markdown for the key at a place, and the range it speaks of. */
export interface HoverText {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/** What an editor asks about a place. */
export interface Inquiry {
  readonly hover: (place: Place) => HoverText | undefined;
  /** What can be written at a place; nothing where the place is none of ours. */
  readonly completions: (place: Place) => readonly Completion[];
  /** Markdown on something that was offered. */
  readonly documentation: (uri: string, topic: CompletionTopic) => string;
  /** The keys that decide what a key says here. */
  readonly definition: (place: Place) => readonly Location[];
  /** Every key that says the same thing for the same installs. */
  readonly references: (place: Place) => readonly Location[];
}
