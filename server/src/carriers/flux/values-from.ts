import type { ValuesSource } from '../../facts/deployment.ts';
import type { KeyPath, SettingsLayer } from '../../facts/settings.ts';
import { itemsAt, nodeAt, stringAt } from '../../yaml/navigate.ts';
import type { MapNode, YamlNode } from '../../yaml/node.ts';

/** Places that values come from, and the layers among them that stand in the file itself. */
export interface ValuesFrom {
  readonly layers: readonly SettingsLayer[];
  /** Lowest precedence first. */
  readonly sources: readonly ValuesSource[];
}

/**
 * What `spec.valuesFrom` of a HelmRelease names: a whole object's key, by default `values.yaml`, or one value at
 * `targetPath` (https://fluxcd.io/flux/components/helm/helmreleases/#values-references). Objects stand in the
 * namespace of the HelmRelease. One that is `optional` may be missing; until it is found it may say anything.
 */
export function valuesFromOf(root: MapNode, document: number): ValuesFrom {
  const list = nodeAt(root, ['spec', 'valuesFrom']);
  if (list === 'absent') return { layers: [], sources: [] };
  if (list === 'unknown') return { layers: [], sources: [{ kind: 'unknown', span: root.span }] };
  const references = itemsAt(root, ['spec', 'valuesFrom']).map((item, index) =>
    reference(item, { document, path: ['spec', 'valuesFrom', String(index)] }),
  );
  return {
    layers: references.flatMap(({ layers }) => layers),
    sources: references.flatMap(({ sources }) => sources),
  };
}

type Address = SettingsLayer['address'];

function reference(item: YamlNode, at: Address): ValuesFrom {
  const kind = stringAt(item, ['kind']);
  const name = stringAt(item, ['name']);
  const targetPath = nodeAt(item, ['targetPath']);
  if (targetPath !== 'absent') return singleValue(item, at);
  if ((kind !== 'ConfigMap' && kind !== 'Secret') || name === undefined) {
    return { layers: [], sources: [{ kind: 'unknown', span: item.span }] };
  }
  const key = nodeAt(item, ['valuesKey']) === 'absent' ? 'values.yaml' : stringAt(item, ['valuesKey']);
  if (key === undefined) return { layers: [], sources: [{ kind: 'unknown', span: item.span }] };
  return {
    layers: [],
    sources: [
      {
        kind: 'object',
        object: kind,
        name,
        namespace: undefined,
        key,
        targetPath: undefined,
        span: item.span,
      },
    ],
  };
}

/** One value whose path is known, but not what it says. Paths with lists or escaped dots are left alone. */
function singleValue(item: YamlNode, { document, path }: Address): ValuesFrom {
  const target = stringAt(item, ['targetPath']);
  if (target === undefined || !/^[\w-]+(?:\.[\w-]+)*$/.test(target)) {
    return { layers: [], sources: [{ kind: 'unknown', span: item.span }] };
  }
  const address = { document, path: [...path, 'targetPath'] };
  const layer: SettingsLayer = {
    kind: 'settings',
    carrier: 'flux-helm-release',
    dialect: 'helm',
    chart: { name: 'cilium' },
    address,
    span: item.span,
    settings: settingsAlong(target.split('.'), item.span),
    open: false,
  };
  return { layers: [layer], sources: [{ kind: 'own-layer', address }] };
}

function settingsAlong(target: KeyPath, span: SettingsLayer['span']): SettingsLayer['settings'] {
  return target.map((_, index) => ({
    path: target.slice(0, index + 1),
    value:
      index === target.length - 1
        ? { kind: 'unknown', reason: 'substitution' }
        : { kind: 'map', open: false },
    keySpan: span,
    valueSpan: span,
  }));
}
