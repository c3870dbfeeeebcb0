import type { DeploymentFact, ValuesSource } from '../facts/deployment.ts';
import type { Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import { ofKind } from '../workspace/of-kind.ts';
import { folderOf } from '../workspace/paths.ts';
import { remembered } from '../workspace/remembered.ts';
import { deploymentOfCommand } from '../workspace/releases/from-commands.ts';
import { asMeant, fromRoot } from '../workspace/releases/installed-chart.ts';

/** Whatever installs a chart with values, commands of scripts among it. */
export const deploymentsAmong = remembered((facts: readonly Placed[]): readonly Placed<DeploymentFact>[] => [
  ...ofKind(facts, 'deployment'),
  ...ofKind(facts, 'helm-command').map(deploymentOfCommand),
]);

/** A file as another one names it. */
export type NamedFile = Pick<Extract<ValuesSource, { readonly kind: 'file' }>, 'path' | 'base'>;

/**
 * The decoded path of a file that something in the file at `uri` names; absent where the workspace does not have it.
 *
 * @param hasPath whether it does, by decoded path
 */
export function pathNamed(
  { path, base }: NamedFile,
  uri: string,
  hasPath: (path: string) => boolean,
): string | undefined {
  const folder = folderOf(pathOf(uri));
  return base === 'file' ? asMeant(path, folder, hasPath) : fromRoot(path, folder, hasPath);
}
