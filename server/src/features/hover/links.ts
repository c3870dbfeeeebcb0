import { t } from '@vscode/l10n';
import { minorOf, stableReleases } from '../../knowledge/releases.ts';
import type { CiliumVersion } from '../../knowledge/version-range.ts';
import { rulePage } from '../diagnostics.ts';

/** Links to the pages of rules and to the official one, and to the keys of the version where that is another, in a line. */
export function linksLine(rules: readonly string[], page: string, reference?: string): string {
  const own = rules.map((rule) => `[${rule}](${rulePage(rule)})`);
  const all = reference === undefined || reference === page ? [] : [t`[Keys of the chart](${reference})`];
  return [...own, t`[Documentation](${page})`, ...all].join(' · ');
}

/** The page that lists all keys of a version's chart. */
export function helmReference(version: CiliumVersion): string {
  const newest = stableReleases.at(-1);
  const isCurrent = newest === undefined || minorOf(newest) === minorOf(version);
  const isKnown = stableReleases.some((release) => minorOf(release) === minorOf(version));
  return `https://docs.cilium.io/en/${isCurrent || !isKnown ? 'stable' : `v${minorOf(version)}`}/helm-reference/`;
}
