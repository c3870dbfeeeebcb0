import type { Fact } from '../facts/fact.ts';
import type { Location } from '../facts/location.ts';
import type { Position } from '../workspace/positions.ts';
import type { Release } from '../workspace/releases/release.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ChartComments } from './hover/chart-comments.ts';

/** A file as features see it, and the workspace around it. */
export interface FileView {
  readonly uri: string;
  readonly facts: readonly Fact[];
  readonly workspace: Workspace;
  readonly comments: ChartComments;
  readonly positionAt: (at: Location) => Position;
  /** Whether the workspace holds a file, by decoded path. */
  readonly hasPath: (path: string) => boolean;
  /** What the readers would find in the file if this were its text; nothing is kept. */
  readonly factsIn: (text: string) => readonly Fact[];
  /** The releases of the workspace if the file said this. */
  readonly releasesWith: (facts: readonly Fact[]) => readonly Release[];
}
