import coerce from 'semver/functions/coerce.js';
import data from '../../../schemas/cilium/kernel.json' with { type: 'json' };
import type { Concept } from './setting-rows.ts';
import { inRange } from './version-range.ts';

/** Whether a kernel, such as `5.4` or `5.15.0-91-generic`, is too old for a setting to take effect. */
export function isKernelTooOld(concept: Concept, kernel: string): boolean {
  const version = coerce(kernel)?.version;
  const need = data.needs.find((row) => row.concept === concept);
  return version !== undefined && need !== undefined && !inRange(version, need.kernel);
}
