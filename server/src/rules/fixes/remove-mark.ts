import { t } from '@vscode/l10n';
import type { Placed } from '../../facts/fact.ts';
import type { MeshMarkFact } from '../../facts/mesh-mark.ts';
import type { Fix } from '../finding.ts';

/** The fix that takes a label or annotation out of its manifest; none where only people can. */
export function fixByRemoving({ uri, fact }: Placed<MeshMarkFact>, preferred: boolean): readonly Fix[] {
  const { key, value, inManifest } = fact;
  if (inManifest === undefined) return [];
  const { address, path } = inManifest;
  const layer = { uri, carrier: 'manifest', address } as const;
  return [{ title: t`Remove ${key}: ${value}`, preferred, steps: [{ op: 'remove', layer, path }] }];
}

/** A label or annotation for people: `istio.io/rev: canary`. */
export function spelledMark({ key, value }: Pick<MeshMarkFact, 'key' | 'value'>): string {
  return `\`${key}: ${value}\``;
}
