import type { Fact } from '../facts/fact.ts';
import { distinctiveTexts } from '../knowledge/recognition.ts';
import { parseEmbedded } from '../yaml/embedded.ts';
import { effectiveEntries, keyName, mapAt, resolve, stringAt } from '../yaml/navigate.ts';
import type { MapEntry, MapNode, YamlDocument } from '../yaml/node.ts';
import type { SourceFile } from '../source/file.ts';
import type { Carrier } from './carrier.ts';
import { mayConcernCilium, valuesLayers } from './helm-values.ts';
import { writeValues } from './write-values.ts';

/**
 * ConfigMaps and Secrets that hold Helm values as YAML in a string, for whatever installs the chart with them. Of several
 * documents in one string only the first counts, as for Flux. What `data` of a Secret says is encoded, hence unknown.
 */
export const valuesObjectCarrier: Carrier = {
  name: 'values-object',
  kinds: ['yaml'],
  hints: ['cilium', ...distinctiveTexts],
  read: (file) =>
    /\bkind:\s*["']?(?:ConfigMap|Secret)\b/.test(file.text) && mayConcernCilium(file.text)
      ? file.yaml().documents.flatMap((document) => objectFacts(document, file))
      : [],
  write: writeValues,
};

function objectFacts(document: YamlDocument, file: SourceFile): readonly Fact[] {
  const root = resolve(document.root);
  const object = stringAt(root, ['kind']);
  const name = stringAt(root, ['metadata', 'name']);
  if (root?.kind !== 'map' || stringAt(root, ['apiVersion']) !== 'v1' || name === undefined) return [];
  if (object !== 'ConfigMap' && object !== 'Secret') return [];
  const about = { object, name, namespace: stringAt(root, ['metadata', 'namespace']) } as const;
  const fields = object === 'Secret' ? ['data', 'stringData'] : ['data'];
  return fields.flatMap((field) =>
    entriesOf(root, field).flatMap((entry): readonly Fact[] => {
      const key = keyName(entry.key);
      const isEncoded = object === 'Secret' && field === 'data';
      const held = isEncoded ? 'unknown' : heldMap(entry, file);
      if (held === undefined) return [];
      const fact = { kind: 'values-object', ...about, key, span: entry.key.span } as const;
      if (held === 'unknown') return [{ ...fact, holds: { kind: 'unknown' } }];
      const address = { document: document.index, path: [field, key] };
      return [
        { ...fact, holds: { kind: 'own-layer', address } },
        ...valuesLayers(held, { carrier: 'values-object', address }, name.includes('cilium')),
      ];
    }),
  );
}

function entriesOf(root: MapNode, field: string): readonly MapEntry[] {
  const map = mapAt(root, [field]);
  return map === undefined ? [] : effectiveEntries(map);
}

/** The map that the YAML in a string is; nothing where it is something else, such as a script or a certificate. */
function heldMap(entry: MapEntry, file: SourceFile): MapNode | 'unknown' | undefined {
  const scalar = resolve(entry.value);
  if (scalar?.kind !== 'scalar') return undefined;
  const document = parseEmbedded(file.text, scalar).documents[0];
  if (document === undefined || document.problems.length > 0) return 'unknown';
  const root = resolve(document.root);
  if (root?.kind === 'map') return root;
  return scalar.value.kind === 'unknown' ? 'unknown' : undefined;
}
