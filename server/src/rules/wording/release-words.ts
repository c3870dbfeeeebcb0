import { t } from '@vscode/l10n';
import { assumption, describeVersions, type VersionSet } from '../../knowledge/versions.ts';
import type { Release } from '../../workspace/releases/release.ts';

/** Cilium as the subject of a sentence; where another release stands firmer, these values may never be installed. */
export function unlessLeftOver(cilium: string, isOvertaken: boolean): string {
  return isOvertaken ? t`if these values are installed at all, ${cilium}` : cilium;
}

/**
 * `Cilium 1.13.2`, and how that is known where it is not simply pinned.
 *
 * @param versions those of the release that are spoken of
 * @param certain whether they are all that the release may be
 */
export function ciliumOf({ versionEvidence }: Release, versions: VersionSet, certain: boolean): string {
  const newer = assumption(versions);
  if (newer !== undefined)
    return t`Cilium ${newer.version} (newer than any known here, taken for ${newer.treatedLike})`;
  const described = describeVersions(versions);
  if (!certain) return t`depending on its version, Cilium (${described})`;
  return versionEvidence.kind === 'inferred'
    ? t`Cilium (${described}, by the keys in use)`
    : t`Cilium ${described}`;
}
