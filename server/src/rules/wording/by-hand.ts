import { t } from '@vscode/l10n';
import type { Location } from '../../facts/location.ts';
import type { ByHand } from '../../facts/settings.ts';
import { originOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import type { Related } from '../finding.ts';
import type { WantedSetting } from '../fixes/set-in-release.ts';
import { code } from './words.ts';

/** Where the place of a setting is in a form that only people write: what to add there. */
export function byHandNote(release: Release, wanted: WantedSetting, at: Location): readonly Related[] {
  const { key, value, near } = wanted;
  const origin = originOf(release, key) ?? (near === undefined ? undefined : originOf(release, near));
  const byHand = origin?.placed.layer.byHand;
  if (byHand === undefined) return [];
  return [{ at, message: t`To be written by hand: ${snippets[byHand](key.path, String(value))}.` }];
}

/** A setting in each syntax. */
const snippets: Readonly<Record<ByHand, (path: readonly string[], value: string) => string>> = {
  'terraform-set-block': (path, value) =>
    t`a ${code('set')} block with ${code(`name = "${path.join('.')}"`)} and ${code(`value = "${value}"`)}`,
  'terraform-set-list': (path, value) =>
    t`${code(`{ name = "${path.join('.')}", value = "${value}" }`)} in the list ${code('set')}`,
  'terraform-object': (path, value) =>
    code(
      path.reduceRight(
        (inner, part, index) => `${part} = ${index === path.length - 1 ? inner : `{ ${inner} }`}`,
        value,
      ),
    ),
  yaml: (path, value) => code(`${path.join('.')}: ${value}`),
};
