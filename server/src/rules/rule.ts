import type { Placed } from '../facts/fact.ts';
import type { Cluster } from '../workspace/clusters.ts';
import type { RuleName } from './names.ts';
import type { Finding, Severity } from './finding.ts';

/** What is checked: the clusters, and every fact that they are made of. */
export interface Checked {
  readonly clusters: readonly Cluster[];
  readonly facts: readonly Placed[];
  /** Whether a file, by decoded path, lies in a folder of examples or of data for tests: nobody deploys it. */
  readonly isSample: (path: string) => boolean;
}

/** One rule: what it is called and how bad it can get, and a pure check. */
export interface Rule {
  readonly name: RuleName;
  /** A few words for lists: what is wrong, without a full stop. */
  readonly title: string;
  /** What mends it, a few words of Markdown for lists; empty where nothing is offered. */
  readonly mendedBy: string;
  /** Every severity that a finding of this rule can have, worst first. */
  readonly severities: readonly Severity[];
  /** Where the claim comes from: pages or source files that a reader can check. */
  readonly sources: readonly string[];
  /** The findings, in portions: others may get a turn after each. */
  readonly check: (checked: Checked) => Iterable<readonly Finding[]>;
}
