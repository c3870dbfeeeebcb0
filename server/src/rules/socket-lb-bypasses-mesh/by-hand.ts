import type { ByHand } from '../../facts/settings.ts';
import { originOf } from '../../workspace/release-reading.ts';
import type { Related } from '../finding.ts';
import { mendingKey } from '../keep-out-of-pods.ts';
import { code } from '../words.ts';
import type { Bypass } from './detect.ts';

/** Where the deciding place is in a form that only people write: what to add there. */
export function byHandNote(bypass: Bypass): readonly Related[] {
  const key = mendingKey(bypass);
  if (key === undefined) return [];
  const { release, turnedOnBy, at } = bypass;
  const origin =
    originOf(release, key) ?? (turnedOnBy === undefined ? undefined : originOf(release, turnedOnBy));
  const byHand = origin?.placed.layer.byHand;
  if (byHand === undefined) return [];
  return [{ at, message: `To be written by hand: ${snippets[byHand](key.path)}.` }];
}

/** A boolean setting, on, in each syntax. */
const snippets: Readonly<Record<ByHand, (path: readonly string[]) => string>> = {
  'terraform-set-block': (path) =>
    `a ${code('set')} block with ${code(`name = "${path.join('.')}"`)} and ${code('value = "true"')}`,
  'terraform-set-list': (path) =>
    `${code(`{ name = "${path.join('.')}", value = "true" }`)} in the list ${code('set')}`,
  'terraform-object': (path) =>
    code(
      path.reduceRight(
        (inner, part) => `${part} = ${inner.startsWith('true') ? inner : `{ ${inner} }`}`,
        'true',
      ),
    ),
  yaml: (path) => code(`${path.join('.')}: true`),
};
