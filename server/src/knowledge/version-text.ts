import minVersion from 'semver/ranges/min-version.js';
import Range from 'semver/classes/range.js';
import parse from 'semver/functions/parse.js';

import { minorOf, numberings, prereleases, prereleaseTags, stableReleases } from './releases.ts';
import type { CiliumVersion } from './version-range.ts';

const imageReference = /^(?:.*\/)?[^/:@]+:(?<tag>[^@]+)/;
const fullVersion = /^=?\s*v?(?<numbers>\d+\.\d+\.\d+)(?:-(?<suffix>[0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * Reads a version or a range as it stands in a chart reference, a lock file or an image tag.
 *
 * @param text such as `1.13.2`, `v1.15.3`, `~1.15`, `1.16.x`, `>=1.14 <1.16`, `*`, `v1.15.6@sha256:…`
 * @param chart the chart's name, for distributions that number Cilium's releases their own way
 * @returns the versions that the text allows, ascending; none where the text is no version at all
 */
export function readVersionText(text: string, chart = 'cilium'): readonly CiliumVersion[] {
  const written = withoutDecoration(text);
  const exact = fullVersion.exec(written);
  if (exact?.groups !== undefined) {
    const version = exactVersion(exact.groups['numbers'] ?? '', exact.groups['suffix'], chart);
    return parse(version) === null ? [] : [version];
  }
  return versionsInRange(written, chart);
}

function withoutDecoration(text: string): string {
  const trimmed = text.trim();
  const image = imageReference.exec(trimmed);
  return (image?.groups?.['tag'] ?? trimmed).replace(/@.*$/, '').trim();
}

/** `-debug`, `-eksa.1`, `-cee.1` and the like build the same release anew; `-rc.1` is a version of its own. */
function exactVersion(numbers: string, suffix: string | undefined, chart: string): CiliumVersion {
  const isPrerelease =
    suffix !== undefined && prereleaseTags.some((tag) => new RegExp(`^${tag}\\d*(\\.|$)`).test(suffix));
  const release = upstreamNumber(numbers, chart);
  return isPrerelease ? `${release}-${suffix}` : release;
}

function upstreamNumber(numbers: string, chart: string): CiliumVersion {
  const [majorText = '', minorText = '', patchText = ''] = numbers.split('.');
  const numbering = numberings.find((row) => row.chart === chart);
  const patch =
    numbering === undefined ? Number(patchText) : Math.floor(Number(patchText) / numbering.patchFactor);
  return `${Number(majorText)}.${Number(minorText)}.${patch}`;
}

function versionsInRange(written: string, chart: string): readonly CiliumVersion[] {
  const range = parseHelmRange(written);
  if (range === undefined) {
    return [];
  }
  const includePrerelease = /\d-[0-9A-Za-z]/.test(written);
  const numbering = numberings.find((row) => row.chart === chart);
  const matching = [...stableReleases, ...(includePrerelease ? prereleases : [])].filter((version) =>
    range.test(numbering === undefined ? version : distributionNumber(version, numbering.patchFactor)),
  );
  if (matching.length > 0) {
    return matching;
  }
  const lowest = minVersion(range, rangeOptions);
  return lowest === null ? [] : [upstreamNumber(lowest.version.split('-')[0] ?? '', chart)];
}

/** People write more than semver allows. Whoever reads a range again must read it the same way. */
const rangeOptions = { includePrerelease: true, loose: true };

/** Helm separates conditions by commas as well as by blanks. */
function parseHelmRange(written: string): Range | undefined {
  if (!/[\d*xX]/.test(written)) {
    return undefined;
  }
  try {
    return new Range(written.replaceAll(/\s*,\s*/g, ' '), rangeOptions);
  } catch {
    return undefined;
  }
}

/** The first build that a distribution made of a release, in its own numbering. */
function distributionNumber(version: CiliumVersion, patchFactor: number): string {
  const parsed = parse(version);
  return parsed === null ? version : `${minorOf(version)}.${parsed.patch * patchFactor}`;
}
