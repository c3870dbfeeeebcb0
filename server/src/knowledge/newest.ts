import { stableReleases } from './releases.ts';
import type { CiliumVersion } from './version-range.ts';

/** The newest stable release that the data knows: what to speak of where nothing names a version. */
export const newestStable: CiliumVersion = stableReleases.at(-1) ?? '';
