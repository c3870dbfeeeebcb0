import { t } from '@vscode/l10n';
import type { Scalar } from '../../facts/location.ts';
import type { KeyPath, Setting } from '../../facts/settings.ts';
import type { Replacement } from '../../knowledge/renames.ts';
import { isSamePath } from '../../knowledge/same-path.ts';
import type { PlacedLayer } from '../../workspace/effective.ts';
import type { Fix, FixStep } from '../finding.ts';
import { isOwned, referenceTo } from './set-in-release.ts';

/** Writes another key, or another value, in place of a setting: as little as will do. Nothing where nobody may write. */
export function fixByReplacing(
  placed: PlacedLayer,
  setting: Setting,
  { path, value }: Replacement,
): readonly Fix[] {
  if (!isOwned(placed)) return [];
  const from = setting.path;
  const layer = referenceTo(placed);
  const isSameValue = setting.value.kind === 'known' && setting.value.value === value;
  const set: FixStep = { op: 'set', layer, path, value, near: from };
  if (isSamePath(path, from))
    return [{ title: t`Write ${spelt(path, value)}`, preferred: true, steps: [set] }];
  const remove: FixStep = { op: 'remove', layer, path: from };
  if (from.every((segment, index) => path[index] === segment)) {
    return [{ title: t`Write ${spelt(path, value)} instead`, preferred: true, steps: [remove, set] }];
  }
  return isSameValue
    ? [
        {
          title: t`Rename to ${path.join('.')}`,
          preferred: true,
          steps: [{ op: 'rename', layer, from, to: path }],
        },
      ]
    : [{ title: t`Write ${spelt(path, value)} instead`, preferred: true, steps: [set, remove] }];
}

/** Takes a setting away. */
export function fixByRemoving(placed: PlacedLayer, { path }: Setting, preferred: boolean): readonly Fix[] {
  if (!isOwned(placed)) return [];
  return [
    {
      title: t`Remove ${path.join('.')}`,
      preferred,
      steps: [{ op: 'remove', layer: referenceTo(placed), path }],
    },
  ];
}

/** A setting as YAML has it in one line: `routingMode: native`. */
export function spelt(path: KeyPath, value: Scalar): string {
  return `${path.join('.')}: ${JSON.stringify(value)}`;
}
