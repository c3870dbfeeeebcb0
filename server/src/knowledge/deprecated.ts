import data from '../../../schemas/cilium/deprecated.json' with { type: 'json' };
import type { KeyPath } from './reading.ts';
import { readRun, textIn } from './runs.ts';
import type { CiliumVersion } from './version-range.ts';

/** That a chart calls a key deprecated. */
export interface Deprecation {
  /** The minor that says so first, such as `1.18`. */
  readonly since: string;
  /** The key that it names instead. */
  readonly instead: KeyPath | undefined;
}

const runsByKey: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.keys));

/** Whether a version's chart calls a key deprecated, or a map around it. */
export function deprecationOf(path: KeyPath, version: CiliumVersion): Deprecation | undefined {
  for (let length = path.length; length > 0; length--) {
    const runs = runsByKey.get(path.slice(0, length).join('.'));
    const text = textIn(runs, version);
    const [first] = runs ?? [];
    if (text === undefined || first === undefined) continue;
    const isWhole = length === path.length;
    return {
      since: readRun(first).from,
      instead: text === '' || !isWhole ? undefined : text.split('.'),
    };
  }
  return undefined;
}
