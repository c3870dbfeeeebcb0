import { t } from '@vscode/l10n';
import { settingAt } from '../../workspace/effective.ts';
import type { Fix } from '../finding.ts';
import { isOwned, referenceTo } from '../fixes/set-in-release.ts';
import type { IdleSetting } from './detect.ts';

/**
 * Takes the key out of every layer that has it: behind the one that decides another would come to light. Nothing where one
 * of them is nobody's to edit, or where the kernel is to blame and the setting is right.
 */
export function fixesFor({ release, key, because }: IdleSetting): readonly Fix[] {
  if (because === 'kernel' || key.path[0] === 'extraArgs') return [];
  const holders = release.layers.filter(
    ({ layer }) => layer.dialect === key.dialect && settingAt(layer, key.path) !== undefined,
  );
  if (!holders.every(isOwned)) return [];
  return [
    {
      title: t`Remove ${key.path.join('.')}`,
      preferred: true,
      steps: holders.map((placed) => ({ op: 'remove', layer: referenceTo(placed), path: key.path })),
    },
  ];
}
