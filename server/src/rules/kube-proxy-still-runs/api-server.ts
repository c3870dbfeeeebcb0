import type { Placed } from '../../facts/fact.ts';
import type { CarrierName } from '../../facts/settings.ts';
import { apiServerKeys } from '../../knowledge/api-server.ts';
import { pathOf } from '../../source/file.ts';
import { effectiveValue } from '../../workspace/effective.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import { installedBy, readingOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';

/** Tools that tell Cilium where the API server is, whatever their files say. */
const tellsItself: ReadonlySet<CarrierName> = new Set<CarrierName>(['kubespray', 'kops-cluster']);

/**
 * Whether nobody tells Cilium where the API server is, for certain. The address is no flag of a `cilium-config`, which
 * therefore shows nothing; `cilium install` finds it out.
 */
export function lacksApiServer(release: Release, facts: readonly Placed[]): boolean {
  return (
    installedBy(release) === 'helm' &&
    !release.layers.some(({ layer }) => tellsItself.has(layer.carrier)) &&
    !ofKind(facts, 'helm-command').some(
      ({ uri, fact }) => fact.tool === 'cilium' && pathOf(uri) === release.path,
    ) &&
    !mayKnowApiServer(release)
  );
}

/** Whether some key may tell a release where the API server is. */
export function mayKnowApiServer(release: Release): boolean {
  const read = readingOf(release);
  return apiServerKeys.some(({ path, dialect }) => {
    const reading = read(path, dialect);
    if (reading.kind !== 'absent') return reading.kind === 'unknown' || isAddress(reading.value);
    const found = effectiveValue(release.layers, path, dialect);
    return found.kind === 'structure' && found.origin.placed.isChartDefaults !== true;
  });
}

function isAddress(value: unknown): boolean {
  return value !== null && value !== '';
}
