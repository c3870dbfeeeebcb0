import type { DeploymentPatch } from '../../facts/kustomization.ts';
import type { KeyPath, LayerAddress, Setting, SettingsLayer } from '../../facts/settings.ts';
import { nodeAt, resolve, stringAt } from '../../yaml/navigate.ts';
import type { SequenceNode, YamlNode } from '../../yaml/node.ts';
import { flattenSettings } from '../flatten.ts';
import { pointerKeys } from '../../yaml/json-pointer.ts';
import { namedAt } from '../named.ts';

/** A patch by operations, with the layer of values that it makes. */
export interface PatchRead {
  readonly patch: DeploymentPatch;
  readonly layers: readonly SettingsLayer[];
}

/** Whether a pointer leads to or below a key path. */
function isBelowPath(keys: KeyPath, path: KeyPath): boolean {
  return path.every((key, index) => keys[index] === key);
}

const valuesPath: KeyPath = ['spec', 'values'];

/**
 * What a list of JSON patch operations (RFC 6902) changes in a HelmRelease; nothing where it does not touch its values,
 * its `valuesFrom` or its version. What an operation removes, and what it does not repeat of a map that it replaces, may
 * come back from a lower layer: it is unknown.
 *
 * @param address where the list stands
 */
export function readOperations(list: SequenceNode, address: LayerAddress): PatchRead | undefined {
  const operations = list.items.map((item) => ({ item, keys: pointerKeys(stringAt(item, ['path']) ?? '') }));
  const settings = operations
    .filter(({ keys }) => isBelowPath(keys, valuesPath) && keys.length > valuesPath.length)
    .flatMap(({ item, keys }) => settingsOf(item, keys.slice(valuesPath.length)));
  const replacesAll = operations.some(({ keys }) => keys.length === 2 && isBelowPath(keys, valuesPath));
  const isElsewhere = operations.some(({ keys }) => isBelowPath(keys, ['spec', 'valuesFrom']));
  const version = operations
    .filter(({ keys }) => keys.join('/') === 'spec/chart/spec/version')
    .map(({ item }) => namedAt(item, ['value']))
    .at(-1);
  const isUnknown = replacesAll || isElsewhere;
  if (settings.length === 0 && !isUnknown && version === undefined) return undefined;
  const layer: SettingsLayer = {
    kind: 'settings',
    carrier: 'kustomize-patch',
    dialect: 'helm',
    chart: { name: 'cilium' },
    address,
    span: list.span,
    settings,
    open: list.open,
  };
  const layers = settings.length === 0 ? [] : [layer];
  return {
    layers,
    patch: {
      form: 'operations',
      target: undefined,
      values: [
        ...(isUnknown ? [{ kind: 'unknown', span: list.span } as const] : []),
        ...layers.map(() => ({ kind: 'own-layer', address }) as const),
      ],
      valuesFrom: undefined,
      version,
    },
  };
}

function settingsOf(operation: YamlNode, path: KeyPath): readonly Setting[] {
  const pointer = nodeAt(operation, ['path']);
  const written = nodeAt(operation, ['value']);
  const keySpan = typeof pointer === 'string' ? operation.span : pointer.span;
  const value = typeof written === 'string' ? undefined : resolve(written);
  const op = stringAt(operation, ['op']);
  const place = { path, keySpan, valueSpan: value?.span ?? keySpan };
  if (op === 'test') return [];
  if (value === undefined || (op !== 'add' && op !== 'replace') || value.kind === 'sequence') {
    return [{ ...place, value: { kind: 'unknown', reason: 'unreadable' } }];
  }
  if (value.kind === 'scalar') return [{ ...place, value: value.value }];
  const below = flattenSettings(value).settings.map((setting) => ({
    ...setting,
    path: [...path, ...setting.path],
  }));
  return [{ ...place, value: { kind: 'map', open: true } }, ...below];
}

/** The index of the last operation that sets a path of the values, and the keys from its value to that path. */
export function operationFor(
  list: SequenceNode,
  path: KeyPath,
): { readonly index: number; readonly rest: KeyPath } | undefined {
  const whole = [...valuesPath, ...path];
  for (let index = list.items.length - 1; index >= 0; index--) {
    const operation = list.items[index];
    const op = stringAt(operation, ['op']);
    const keys = pointerKeys(stringAt(operation, ['path']) ?? '');
    const isSetter = op === 'add' || op === 'replace';
    if (isSetter && keys.length >= valuesPath.length && isBelowPath(whole, keys)) {
      return { index, rest: whole.slice(keys.length) };
    }
  }
  return undefined;
}
