import type { Pipeline } from './shell/command.ts';

/** Where a call stands: a stage of a pipeline of a script. */
export interface CallPlace {
  readonly text: string;
  /** All pipelines of the script. */
  readonly script: readonly Pipeline[];
  readonly pipeline: Pipeline;
  readonly stage: number;
}
