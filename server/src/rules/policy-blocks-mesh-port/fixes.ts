import { t } from '@vscode/l10n';
import type { Fix, ManifestReference } from '../finding.ts';
import { code } from '../wording/words.ts';
import type { BlockedMeshPort } from './detect.ts';

/**
 * Adds the port to the list that lacks it. A list with rules for layer 7 gets one beside it instead: nobody can look into
 * what a mesh carries.
 */
export function fixesFor({ policy, list, port }: BlockedMeshPort): readonly Fix[] {
  const { path, layer7 } = list;
  if (path === undefined) return [];
  const layer: ManifestReference = { uri: policy.uri, carrier: 'manifest', address: policy.fact.address };
  const isCilium = policy.fact.resource !== 'NetworkPolicy';
  const item = isCilium ? { port: String(port.port), protocol: 'TCP' } : { protocol: 'TCP', port: port.port };
  return [
    {
      title: t`Allow ${code(`TCP ${port.port}`)} as well`,
      preferred: true,
      steps: [
        layer7.length === 0
          ? { op: 'append', layer, path, item }
          : { op: 'append', layer, path: path.slice(0, -2), item: { ports: [item] } },
      ],
    },
  ];
}
