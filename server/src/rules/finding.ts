import type { Location, Span, PlainValue, Scalar } from '../facts/location.ts';
import type { KeyPath, LayerAddress, CarrierName } from '../facts/settings.ts';
import type { RuleName } from './names.ts';

/**
 * Error: it breaks. Warning: it loses something, or breaks in a common case. Information: worth knowing. Hint: no mesh in
 * sight.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The worse, the higher. */
export const severityRank: Readonly<Record<Severity, number>> = {
  hint: 0,
  information: 1,
  warning: 2,
  error: 3,
};

/** Where a layer of settings stands, for the carrier that will write into it; or a plain manifest, which needs none. */
export interface LayerReference {
  readonly uri: string;
  readonly carrier: CarrierName | 'manifest';
  readonly address: LayerAddress;
}

/** A Kubernetes object in a file, as fixes refer to it. The address leads to the object's own map. */
export interface ManifestReference extends LayerReference {
  readonly carrier: 'manifest';
}

/** One step of a fix: an intent, not a text. The carrier of the layer turns it into edits. */
export type FixStep =
  | {
      readonly op: 'set';
      readonly layer: LayerReference;
      readonly path: KeyPath;
      readonly value: Scalar;
      readonly near?: KeyPath;
    }
  | { readonly op: 'rename'; readonly layer: LayerReference; readonly from: KeyPath; readonly to: KeyPath }
  | { readonly op: 'remove'; readonly layer: LayerReference; readonly path: KeyPath }
  | {
      /** Adds an item at the end of the list at a path, which is made where it is absent. Not twice the same. */
      readonly op: 'append';
      readonly layer: ManifestReference;
      readonly path: KeyPath;
      readonly item: PlainValue;
    }
  | {
      /** Adds a YAML document at the end of a file. */
      readonly op: 'append-document';
      readonly uri: string;
      /** The document, without markers. */
      readonly text: string;
    }
  /** Takes a comment out that keeps rules from speaking. */
  | { readonly op: 'remove-comment'; readonly uri: string; readonly span: Span };

export interface Fix {
  readonly title: string;
  /** At most one fix of a finding is preferred: the one that fix-all applies. */
  readonly preferred: boolean;
  readonly steps: readonly FixStep[];
}

/** A place that is part of the evidence, with what is to be seen there. */
export interface Related {
  readonly at: Location;
  readonly message: string;
}

/** What a rule has to say about one place. */
export interface Finding {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** Fact, consequence, action: at most three sentences. */
  readonly message: string;
  readonly at: Location;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}
