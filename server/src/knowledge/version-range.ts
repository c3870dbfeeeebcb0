import Range from 'semver/classes/range.js';
import minVersion from 'semver/ranges/min-version.js';

/**
 * A Cilium version as semver text without `v`, such as `1.16.4` or `1.20.0-pre.4`. Only `versions.ts` makes them
 * from what people write.
 */
export type CiliumVersion = string;

const parsedRanges = new Map<string, Range>();
const answers = new Map<string, Map<CiliumVersion, boolean>>();

function parseRange(range: string): Range {
  const known = parsedRanges.get(range);
  if (known !== undefined) {
    return known;
  }
  const parsed = new Range(range, { includePrerelease: true });
  parsedRanges.set(range, parsed);
  return parsed;
}

/**
 * Whether a row that carries `range` (semver, as written in the data) speaks of `version`.
 *
 * Prereleases belong to their minor: `1.20.0-pre.4` lies in `>=1.20`, and not in `<1.20`. To begin after the
 * prereleases of a minor a row says `>=1.20.0`.
 */
export function inRange(version: CiliumVersion, range: string): boolean {
  let byVersion = answers.get(range);
  if (byVersion === undefined) {
    byVersion = new Map();
    answers.set(range, byVersion);
  }
  let answer = byVersion.get(version);
  if (answer === undefined) {
    answer = parseRange(range).test(version);
    byVersion.set(version, answer);
  }
  return answer;
}

/** The lowest version that a range of the data allows. */
export function lowestOf(range: string): CiliumVersion {
  return minVersion(parseRange(range))?.version ?? '0.0.0';
}
