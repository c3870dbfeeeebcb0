import type { KeyPath, SettingsDialect } from '../../facts/settings.ts';
import type { Span } from '../../facts/location.ts';
import type { CiliumVersion } from '../../knowledge/versions.ts';

/** What documentation is asked about. Plain data: it travels to the editor and back. */
export type CompletionTopic =
  | {
      readonly kind: 'key';
      readonly path: KeyPath;
      readonly dialect: SettingsDialect;
      readonly version: CiliumVersion;
    }
  | { readonly kind: 'mark'; readonly key: string; readonly value?: string }
  | { readonly kind: 'block'; readonly name: string; readonly version: CiliumVersion };

/** A piece of a text to insert: as it is, or a choice of words that the editor offers. */
export type Piece = string | { readonly choices: readonly string[] };

/** Something that can be written at a place. */
export interface Completion {
  readonly label: string;
  readonly kind: 'map' | 'key' | 'value' | 'block' | 'mark';
  /** In a line: the type and the default. */
  readonly detail: string;
  readonly insert: readonly Piece[];
  /** The text of one line that it replaces. */
  readonly replace: Span;
  /** Among others: lower ones first. */
  readonly rank: number;
  /** What the editor holds against what was typed, where that is not the label. */
  readonly filterText?: string;
  readonly isDeprecated?: true;
  readonly topic: CompletionTopic;
}

/** The order in which they are shown. */
export const ranks = {
  value: 0,
  /** A rule goes by it. */
  important: 1,
  explained: 2,
  block: 3,
  usual: 4,
  obscure: 5,
  deprecated: 6,
} as const;
