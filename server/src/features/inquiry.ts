import type { Location } from '../facts/location.ts';
import type { FileReference } from './file-references.ts';
import type { Lens } from './lenses/lens.ts';
import type { MeshSymbol } from './symbols.ts';
import type { ValueHint } from './value-hints.ts';
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
  /**
   * The keys that decide what a key says here; the workloads that a policy selects, the waypoint that a label asks for, the
   * file that is named.
   */
  readonly definition: (place: Place) => readonly Location[];
  /** What a file names of others: values files, charts, resources. `text` is the one that the engine was given last. */
  readonly fileReferences: (uri: string, text: string) => readonly FileReference[];
  /** Every key that says the same thing for the same installs; what selects, or is selected by, what stands here. */
  readonly references: (place: Place) => readonly Location[];
  /** Words above installs, workloads and namespaces of a file. */
  readonly lenses: (uri: string) => readonly Lens[];
  /** Where, between two offsets of a file, another layer decides otherwise. */
  readonly valueHints: (uri: string, start: number, end: number) => readonly ValueHint[];
  /** Installs, meshes, policies and members of meshes in a file. */
  readonly symbols: (uri: string) => readonly MeshSymbol[];
  /** Those of the whole workspace that match a query. */
  readonly findSymbols: (query: string) => readonly MeshSymbol[];
}
