import type { Helm } from '../helm/obtain.ts';
import { renderObjects } from '../helm/render.ts';
import { allKeys, existsIn, keyIn } from '../../server/src/knowledge/keys.ts';
import { isBelowOpenMap } from '../../server/src/knowledge/open-maps.ts';
import { refusalsOf } from '../../server/src/knowledge/refusals.ts';
import { nest, type Values } from './nest.ts';
import { valuesOfChart } from './values-of-chart.ts';

/** What keys.json says of a version and its values.yaml and values.schema.json do not, or the other way round. */
export async function differencesOfKeys(archive: string, version: string): Promise<readonly string[]> {
  const { leaves, types } = await valuesOfChart(archive);
  const missing = [...leaves.keys()].filter((key) => !isListed(key.split('.'), version));
  const others = allKeys().flatMap((key) => {
    const known = keyIn(key.split('.'), version);
    if (known?.presence !== 'value') return [];
    const written = JSON.stringify(leaves.get(key));
    const type = types.get(key)?.toSorted().join('|');
    return [
      ...(leaves.has(key) ? [] : [`${key} is no key of values.yaml`]),
      ...(known.default === undefined || !leaves.has(key) || known.default === written
        ? []
        : [`the default of ${key} is ${written}, not ${known.default}`]),
      ...(type === undefined || type === known.type
        ? []
        : [`the type of ${key} is ${type}, not ${known.type}`]),
    ];
  });
  return [...missing.map((key) => `${key} is not in keys.json`), ...others];
}

function isListed(path: readonly string[], version: string): boolean {
  return existsIn(path, version) || isBelowOpenMap(path);
}

/**
 * Keys that a version should not know, yet whose value shows in what it renders: all are set at once, and where that makes
 * a difference, half of them, until the keys are found that make it.
 */
export async function keysThatWorkAfterAll(
  helm: Helm,
  archive: string,
  version: string,
): Promise<readonly string[]> {
  const base = await renderObjects(helm, archive, {});
  const unknown = allKeys().filter((key) => isUnknownTo(version, key.split('.')));
  const search = async (keys: readonly string[]): Promise<readonly string[]> => {
    if (keys.length === 0) return [];
    const outcome = await renderObjects(helm, archive, valuesFor(keys));
    if (JSON.stringify(outcome) === JSON.stringify(base)) return [];
    if (keys.length === 1) {
      const why = outcome.kind === 'refused' ? `refused: ${outcome.message}` : 'it shows in the objects';
      return [`${keys.join()} should do nothing, but ${why}`];
    }
    const half = Math.ceil(keys.length / 2);
    return [...(await search(keys.slice(0, half))), ...(await search(keys.slice(half)))];
  };
  return search(unknown);
}

function isUnknownTo(version: string, path: readonly string[]): boolean {
  const above = path.slice(0, -1).map((_, index) => path.slice(0, index + 1));
  return (
    !existsIn(path, version) &&
    !isBelowOpenMap(path) &&
    !above.some((parent) => (keyIn(parent, version)?.presence ?? 'map') !== 'map') &&
    !rendersAnEmptyLine(version, path) &&
    !refusesAlone(path, version)
  );
}

/** 1.12 writes `host-reachable-services-protos` without a value as soon as anything stands below `hostServices`. */
function rendersAnEmptyLine(version: string, [root]: readonly string[]): boolean {
  return root === 'hostServices' && version.startsWith('1.12.');
}

function refusesAlone(path: readonly string[], version: string): boolean {
  const text = path.join('.');
  const value = changedValue(path);
  const refused = refusalsOf(version, (asked) =>
    asked.join('.') === text ? { kind: 'known', value } : { kind: 'absent' },
  );
  return refused.length > 0;
}

function valuesFor(keys: readonly string[]): Values {
  return nest(keys.map((key) => key.split('.')).map((path) => [path, changedValue(path)]));
}

/** A value that no chart has there by default. */
function changedValue(path: readonly string[]): string | number | boolean {
  const text = path.join('.');
  const known = ['1.9.18', '1.13.18', '1.16.19', '1.20.0']
    .map((version) => keyIn(path, version))
    .find(Boolean);
  if (known?.default === 'true' || known?.default === 'false') return known.default === 'false';
  return `changed-${text.length}`;
}
