import type { SettingsLayer } from '../facts/settings.ts';
import type { Release } from '../workspace/releases/release.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The installs that a layer belongs to, each once. */
export function releasesOfLayer(
  layer: SettingsLayer,
  { releases }: Pick<Workspace, 'releases'>,
): readonly Release[] {
  return releases.filter(({ layers }) => layers.some((placed) => placed.layer === layer));
}
