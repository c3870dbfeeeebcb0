/** The labels of a pod or a namespace, so far as a file shows them. */
export interface LabelSet {
  readonly known: Readonly<Record<string, string>>;
  /** Keys that are there, with values that only a template knows. */
  readonly unknown: readonly string[];
  /** A template, a chart or another file may add labels that are not seen here. */
  readonly open: boolean;
}

/** What a label has to be. An entry of `matchLabels` is `In` with one value. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/** A choice by labels: everything that meets all requirements. Without any it is everything. */
export interface LabelSelector {
  readonly requirements: readonly LabelRequirement[];
  /** It asks for more than can be read here: what meets the requirements may still not be meant. */
  readonly open: boolean;
}
