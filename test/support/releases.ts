import { describeVersions } from '../../server/src/knowledge/versions.ts';
import type { Release } from '../../server/src/workspace/releases/release.ts';
import { pathOf } from './uris.ts';
import { workspaceOf } from './workspace.ts';

/** The releases of a workspace in short, see {@link describeRelease}. */
export function releasesIn(files: Readonly<Record<string, string>>): readonly string[] {
  return workspaceOf(files).releases.map(describeRelease);
}

/** A release in short: its layers, lowest first, with the key below which they stand, and what is known of its version. */
export function describeRelease({ layers, versions, versionEvidence }: Release): string {
  const names = layers.map(({ uri, layer, isChartDefaults }) => {
    const isOpaque = layer.open && layer.settings.length === 0;
    const path = isOpaque ? '?' : pathOf(uri).replace('/repo/', '');
    const below = layer.address.path.length === 0 ? '' : `[${layer.address.path.join('.')}]`;
    return isChartDefaults === true ? `(${path})` : path + below;
  });
  const evidence =
    versionEvidence.kind === 'inferred' ? 'inferred' : `${versionEvidence.kind} ${versionEvidence.text}`;
  return `${names.join(' + ')}: ${describeVersions(versions)}, ${evidence}`;
}
