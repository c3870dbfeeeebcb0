import { knownText, nodeAt, resolve } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlNode } from '../../yaml/node.ts';
import { setListAt } from '../set-list/values.ts';
import { noValues, unknownValues, valuesAt, type OwnPlace, type OwnValues } from '../values-at.ts';
import type { HelmfileRelease } from './releases.ts';
import { setListOf } from './set.ts';

/** The file of a release, and whether its chart is Cilium's by name. */
export interface ReleasePlace extends OwnPlace {
  readonly isForCilium: boolean;
}

/**
 * `values`, `secrets`, `set` and `setString` of a release, lowest precedence first. Of a template that it inherits from
 * `values` count where the release has none of its own; where both have some, their order is not known.
 */
export function releaseValues(release: HelmfileRelease, place: ReleasePlace): OwnValues {
  const holders = [{ path: release.path, map: release.map }, ...release.templates];
  const partsOf = (key: string, read: (list: YamlNode, path: KeyPath) => OwnValues): OwnValues[] => {
    const found = holders.flatMap(({ map, path }) => {
      const list = nodeAt(map, [key]);
      return list === 'absent' ? [] : [{ list, path: [...path, key], span: map.span }];
    });
    const [first, second] = found;
    if (first === undefined) return [];
    if (first.list === 'unknown' || second !== undefined) return [unknownValues(first.span)];
    return [read(first.list, first.path)];
  };
  const parts = [
    ...partsOf('values', (list, path) => valuesList(list, path, release.map, place)),
    ...partsOf('secrets', (list) => secretsList(list)),
    ...partsOf('set', (_, path) => setListAt(place, path, setListOf('set'), place.isForCilium)),
    ...partsOf('setString', (_, path) => setListAt(place, path, setListOf('set-string'), place.isForCilium)),
    ...['setTemplate', 'valuesTemplate', 'env'].flatMap((key) =>
      partsOf(key, (list) => unknownValues(list.span)),
    ),
    ...(release.inheritsUnseen ? [unknownValues(release.map.span)] : []),
  ];
  return {
    layers: parts.flatMap(({ layers }) => layers),
    sources: parts.flatMap(({ sources }) => sources),
  };
}

function valuesList(node: YamlNode, path: KeyPath, release: MapNode, place: ReleasePlace): OwnValues {
  const list = resolve(node);
  if (list?.kind !== 'sequence') return isNothing(node) ? noValues : unknownValues(node.span);
  const parts = list.items.map((item, index) => valuesItem(item, [...path, String(index)], place));
  const files = parts.flatMap(({ sources }) =>
    sources.flatMap((one) => (one.kind === 'file' ? one.path : [])),
  );
  const isOptional = /^(?:warn|info|debug)$/i.test(knownText(nodeAt(release, ['missingFileHandler'])) ?? '');
  const sources = parts.flatMap(({ sources: own }) =>
    own.map((one) => (isOptional && one.kind === 'file' ? { ...one, optionalBeside: files } : one)),
  );
  return {
    layers: parts.flatMap(({ layers }) => layers),
    sources: list.open ? [...sources, { kind: 'unknown', span: list.span }] : sources,
  };
}

/** A map of values, or a path from the helmfile; remote files and patterns are not to be read here. */
function valuesItem(node: YamlNode, path: KeyPath, place: ReleasePlace): OwnValues {
  const item = resolve(node);
  if (item?.kind === 'map') return valuesAt(place, path, place.isForCilium);
  const file = knownText(item);
  if (file === undefined) return isNothing(node) ? noValues : unknownValues(node.span);
  if (/::|:\/\/|[*?[]/.test(file)) return unknownValues(node.span);
  return { layers: [], sources: [{ kind: 'file', path: file, base: 'file', span: node.span }] };
}

/** Files that only someone with the key can read. */
function secretsList(node: YamlNode): OwnValues {
  const list = resolve(node);
  return list?.kind === 'sequence' && list.items.length === 0 ? noValues : unknownValues(node.span);
}

function isNothing(node: YamlNode): boolean {
  const resolved = resolve(node);
  return resolved?.kind === 'scalar' && resolved.value.kind === 'known' && resolved.value.value === null;
}
