import { editYaml } from '../../edits/edit-yaml.ts';
import { composeEdits, applyEdits, refused, type Change, type EditResult } from '../../edits/edit.ts';
import type { LayerAddress, SettingValue } from '../../facts/settings.ts';
import { effectiveEntries, knownText, lookUp, mapAt, nodeAt, resolve } from '../../yaml/navigate.ts';
import type { KeyPath, MapEntry, MapNode, Scalar } from '../../yaml/node.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { formatKey } from '../strvals/format-set.ts';
import { parseSet } from '../strvals/parse-set.ts';
import { settingsOfAssignments, type LocatedAssignment } from '../strvals/settings.ts';
import type { OwnValues } from '../values-at.ts';

/**
 * `spec.set` of a HelmChart: keys in the grammar of `--set`, values as text or whole numbers. Booleans and null are handed
 * to Helm by `--set`, other text by `--set-string`, its commas escaped (`typedVal` in https://github.com/k3s-io/helm-controller).
 */
const setPath: KeyPath = ['spec', 'set'];

/** Whether an address is that of `spec.set`. */
export function isSetMap({ path }: LayerAddress): boolean {
  return path.length === setPath.length && path.every((key, index) => key === setPath[index]);
}

/** The layer of `spec.set`, if the HelmChart has one. */
export function setLayerOf(root: MapNode, document: number): OwnValues {
  const map = mapAt(root, setPath);
  if (map === undefined) {
    const isThere = nodeAt(root, setPath) === 'unknown';
    return { layers: [], sources: isThere ? [{ kind: 'unknown', span: root.span }] : [] };
  }
  const address = { document, path: setPath };
  const assignments = effectiveEntries(map).flatMap(assignmentOf);
  return {
    layers: [
      {
        kind: 'settings',
        carrier: 'k3s-helm-chart',
        dialect: 'helm',
        chart: { name: 'cilium' },
        address,
        span: map.span,
        settings: settingsOfAssignments(assignments),
        open: lookUp(map, '\0') === 'unknown',
      },
    ],
    sources: [{ kind: 'own-layer', address }],
  };
}

function assignmentOf({ key, value }: MapEntry): readonly LocatedAssignment[] {
  const node = resolve(value);
  const text = knownText(value);
  const isTyped = text !== undefined && (/^(?:true|false|null)$/i.test(text) || isWhole(node));
  const argument = `${key.text}=${(text ?? '').replaceAll(',', '\\,')}`;
  const parsed = parseSet(argument, isTyped ? 'set' : 'set-string').assignments[0];
  if (parsed === undefined) return [];
  return [
    {
      path: parsed.path,
      value: parsed.value,
      keySpan: key.span,
      valueSpan: value.span,
      partEnd: (index) =>
        key.style === 'plain' ? key.span.start + (parsed.segments[index]?.end ?? 0) : key.span.end,
      scalar: (scalar): SettingValue =>
        text === undefined ? { kind: 'unknown', reason: 'substitution' } : { kind: 'known', value: scalar },
    },
  ];
}

function isWhole(node: ReturnType<typeof resolve>): boolean {
  return node?.kind === 'scalar' && node.value.kind === 'known' && typeof node.value.value === 'number';
}

/** Writes a change as an entry of `spec.set`, whose values are text. */
export function writeSetMap(text: string, address: LayerAddress, change: Change): EditResult {
  const base = { document: address.document, base: address.path };
  switch (change.op) {
    case 'set': {
      const key = keyIn(text, address, change.path);
      const near = change.near === undefined ? undefined : keyIn(text, address, change.near);
      if (key === undefined) return refused('not-writable');
      const value = written(change.value);
      return editYaml(text, base, { op: 'set', path: [key], value, ...(near && { near: [near] }) });
    }
    case 'rename': {
      const [from, to] = [keyIn(text, address, change.from), keyIn(text, address, change.to)];
      if (from === undefined || to === undefined) return refused('not-writable');
      return editYaml(text, base, { op: 'rename', from: [from], to: [to] });
    }
    case 'remove':
      return removeBelow(text, address, change.path, change.prune === true);
  }
}

/** Removes every entry that sets something at the path or below it. */
function removeBelow(text: string, address: LayerAddress, path: KeyPath, prune: boolean): EditResult {
  const base = { document: address.document, base: address.path };
  const keys = entriesOf(text, address)
    .filter(({ path: own }) => path.every((key, index) => own[index] === key))
    .map(({ key }) => key);
  if (keys.length === 0) return refused('absent');
  let edits: ReturnType<typeof composeEdits> = [];
  for (const key of keys) {
    const result = editYaml(applyEdits(text, edits), base, { op: 'remove', path: [key], prune });
    if (!result.ok) return result;
    edits = composeEdits(text, edits, result.edits);
  }
  return { ok: true, edits };
}

/** The entry's key as the file spells it, or as it would be spelt. */
function keyIn(text: string, address: LayerAddress, path: KeyPath): string | undefined {
  const same = entriesOf(text, address).find(
    ({ path: own }) => own.length === path.length && own.every((key, index) => key === path[index]),
  );
  return same?.key ?? formatKey(path);
}

function entriesOf(text: string, { document, path }: LayerAddress) {
  const map = mapAt(parseYaml(text).documents[document]?.root, path);
  return (map === undefined ? [] : effectiveEntries(map)).map(({ key }) => ({
    key: key.text,
    path: parseSet(`${key.text}=`, 'set').assignments[0]?.path ?? [],
  }));
}

function written(value: Scalar): Scalar {
  return typeof value === 'number' && Number.isInteger(value) ? value : String(value);
}
