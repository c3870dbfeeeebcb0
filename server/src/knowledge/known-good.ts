import data from '../../../schemas/mesh/known-good.json' with { type: 'json' };
import type { KeyPath, SettingScalar } from './reading.ts';
import { keyOf } from './setting-keys.ts';
import { concepts } from './setting-rows.ts';
import type { CiliumVersion } from './version-range.ts';

/** Settings with which Cilium leaves a mesh alone. */
export interface KnownGoodBlock {
  /** One word, as one types it. */
  readonly name: string;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  /** By the keys of the version; never empty. */
  readonly settings: readonly { readonly path: KeyPath; readonly value: SettingScalar }[];
  /** The page that recommends them. */
  readonly page: string;
}

/** The blocks for a version of the chart. What it has no key for is left out. */
export function knownGoodBlocks(version: CiliumVersion): readonly KnownGoodBlock[] {
  return data.blocks
    .map(({ name, title, summary, settings, source }) => ({
      name,
      title,
      summary,
      page: source,
      settings: settings.flatMap(({ concept, value }) => {
        const known = concepts.find((candidate) => candidate === concept);
        const path = known === undefined ? undefined : keyOf(known, version);
        return path === undefined ? [] : [{ path, value }];
      }),
    }))
    .filter(({ settings }) => settings.length > 0);
}
