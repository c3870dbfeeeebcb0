import type { ValuesSource } from '../../facts/deployment.ts';
import type { KeyPath, SettingsLayer } from '../../facts/settings.ts';
import { knownText, nodeAt, resolve } from '../../yaml/navigate.ts';
import type { MapNode, Span, YamlNode } from '../../yaml/node.ts';
import { flattenSettings } from '../flatten.ts';
import { readSetList, settingsIn } from '../set-list/read.ts';
import { ciliumLayers, mayHideCilium, type OwnValues } from '../values-layers.ts';
import type { HelmfileRelease } from './releases.ts';
import { setListOf } from './set.ts';

/** The layers that a release has in its own file, and where they come in its order. */
export interface ReleaseValues {
  readonly layers: readonly SettingsLayer[];
  readonly sources: readonly ValuesSource[];
}

/** What the values of a release are read with. */
export interface ReleaseContext {
  /** 0-based index of the YAML document. */
  readonly document: number;
  readonly text: string;
  readonly isForCilium: boolean;
}

/**
 * `values`, `secrets`, `set` and `setString` of a release, lowest precedence first. Of a template that it inherits from
 * `values` count where the release has none of its own; where both have some, their order is not known.
 */
export function releaseValues(release: HelmfileRelease, context: ReleaseContext): ReleaseValues {
  const holders = [{ path: release.path, map: release.map }, ...release.templates];
  const partsOf = (key: string, read: (list: YamlNode, path: KeyPath) => ReleaseValues): ReleaseValues[] => {
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
    ...partsOf('values', (list, path) => valuesList(list, path, release.map, context)),
    ...partsOf('secrets', (list) => secretsList(list)),
    ...partsOf('set', (list, path) => setList(list, path, 'set', context)),
    ...partsOf('setString', (list, path) => setList(list, path, 'set-string', context)),
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

const nothing: ReleaseValues = { layers: [], sources: [] };

function valuesList(node: YamlNode, path: KeyPath, release: MapNode, context: ReleaseContext): ReleaseValues {
  const list = resolve(node);
  if (list?.kind !== 'sequence') return isNothing(node) ? nothing : unknownValues(node.span);
  const parts = list.items.map((item, index) => valuesItem(item, [...path, String(index)], context));
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
function valuesItem(node: YamlNode, path: KeyPath, context: ReleaseContext): ReleaseValues {
  const item = resolve(node);
  if (item?.kind === 'map') {
    return ownValues(path, { ...flattenSettings(item), span: item.span }, context);
  }
  const file = knownText(item);
  if (file === undefined) return isNothing(node) ? nothing : unknownValues(node.span);
  if (/::|:\/\/|[*?[]/.test(file)) return unknownValues(node.span);
  return { layers: [], sources: [{ kind: 'file', path: file, base: 'file', span: node.span }] };
}

/** Files that only someone with the key can read. */
function secretsList(node: YamlNode): ReleaseValues {
  const list = resolve(node);
  return list?.kind === 'sequence' && list.items.length === 0 ? nothing : unknownValues(node.span);
}

function setList(
  node: YamlNode,
  path: KeyPath,
  kind: 'set' | 'set-string',
  context: ReleaseContext,
): ReleaseValues {
  const list = resolve(node);
  if (list?.kind !== 'sequence') return isNothing(node) ? nothing : unknownValues(node.span);
  const { items, open } = readSetList(list, setListOf(kind));
  if (items.length === 0) return open ? unknownValues(node.span) : nothing;
  return ownValues(path, { settings: settingsIn(context.text, items, []), open, span: list.span }, context);
}

function ownValues(
  path: KeyPath,
  flat: Pick<OwnValues, 'settings' | 'open' | 'span'>,
  { document, isForCilium }: ReleaseContext,
): ReleaseValues {
  const address = { document, path };
  const values: OwnValues = { ...flat, carrier: 'helmfile', address, isForCilium };
  return {
    layers: ciliumLayers(values),
    sources: [
      ...(mayHideCilium(values) ? [{ kind: 'unknown', span: flat.span } as const] : []),
      { kind: 'own-layer', address },
    ],
  };
}

function isNothing(node: YamlNode): boolean {
  const resolved = resolve(node);
  return resolved?.kind === 'scalar' && resolved.value.kind === 'known' && resolved.value.value === null;
}

function unknownValues(span: Span): ReleaseValues {
  return { layers: [], sources: [{ kind: 'unknown', span }] };
}
