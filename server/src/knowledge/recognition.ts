import recognition from '../../../schemas/cilium/recognition.json' with { type: 'json' };
import settings from '../../../schemas/cilium/settings.json' with { type: 'json' };
import { textOf } from './chart-paths.ts';
import type { KeyPath } from './reading.ts';

const enoughAlone = new Set(recognition.enoughAlone);
const pairs = new Set(recognition.pairs);
const agentFlags = new Set(
  Object.values(settings.concepts).flatMap(({ flags }) => flags.map((row) => row.flag)),
);

/**
 * Whether a map holds values of the Cilium chart. `strong`: it has a key that no other chart has, or several that are
 * rare elsewhere. `weak`: it has one that is rare elsewhere; something must name it as Cilium's.
 *
 * @param paths all keys below the map, from its root, members after their parents
 */
export function likenessToCiliumValues(paths: Iterable<KeyPath>): 'strong' | 'weak' | 'none' {
  const seen = new Set<string>();
  for (const path of paths) {
    const text = textOf(path);
    if (enoughAlone.has(text)) {
      return 'strong';
    }
    if (pairs.has(text)) {
      seen.add(text);
    }
  }
  if (seen.size >= recognition.pairsNeeded) {
    return 'strong';
  }
  return seen.size > 0 ? 'weak' : 'none';
}

/** Whether a map can only be values of the Cilium chart, whatever names it. */
export function looksLikeCiliumValues(paths: Iterable<KeyPath>): boolean {
  return likenessToCiliumValues(paths) === 'strong';
}

/** Whether a key is rare in the values of other charts, so that whoever writes it means Cilium's. */
export function isDistinctive(path: KeyPath): boolean {
  const text = textOf(path);
  return enoughAlone.has(text) || pairs.has(text);
}

/** Texts one of which stands in every file that holds values of the Cilium chart. */
export const distinctiveTexts: readonly string[] = [
  ...new Set([...recognition.enoughAlone, ...recognition.pairs].map(rarestSegment)),
];

function rarestSegment(path: string): string {
  const rare = path.split('.').filter((segment) => !recognition.commonWords.includes(segment));
  return rare.reduce((longest, segment) => (segment.length > longest.length ? segment : longest), '');
}

/** Whether `flag` is a flag of the agent that the product knows, such as `kube-proxy-replacement`. */
export function isKnownAgentFlag(flag: string): boolean {
  return agentFlags.has(flag);
}
