import type { KeyPath, Setting, SettingValue } from '../../facts/settings.ts';
import { embeddedText, outerOffset } from '../../yaml/embedded.ts';
import { knownText, nodeAt, resolve } from '../../yaml/navigate.ts';
import type { ScalarNode, SequenceNode, YamlNode } from '../../yaml/node.ts';
import type { SetAssignment, SetKind } from '../strvals/assignment.ts';
import { parseSet } from '../strvals/parse-set.ts';
import { settingsOfAssignments, startsWithPath, type LocatedAssignment } from '../strvals/settings.ts';
import type { SetItem, SetListForm } from './set-list.ts';

/** A list of `{name, value}` as its tool reads it. */
export interface SetList {
  readonly items: readonly SetItem[];
  /** It may set keys that the file does not show. */
  readonly open: boolean;
}

/** Reads such a list. An item whose name only a template knows leaves it open. */
export function readSetList(list: SequenceNode, form: SetListForm): SetList {
  const items = list.items.map((item, index) => readItem(item, index, form));
  return {
    items: items.filter((item) => item !== 'unknown' && item !== 'nothing'),
    open: list.open || items.includes('unknown'),
  };
}

function readItem(node: YamlNode, index: number, form: SetListForm): SetItem | 'unknown' | 'nothing' {
  const map = resolve(node);
  if (map?.kind !== 'map') return 'unknown';
  const name = scalarAt(map, 'name');
  const text = name?.value.kind === 'known' ? knownText(name) : undefined;
  if (name === undefined || text === undefined) return map.open || name !== undefined ? 'unknown' : 'nothing';
  const value = scalarAt(map, 'value');
  const argument = form.argument(map, text, value);
  if (argument === undefined) return map.open ? 'unknown' : 'nothing';
  const parsed = parseSet(`${argument.name}=${argument.value}`, argument.kind);
  return { index, map, kind: argument.kind, name, value, parsed };
}

function scalarAt(map: YamlNode, key: string): ScalarNode | undefined {
  const found = nodeAt(map, [key]);
  const node = typeof found === 'string' ? undefined : resolve(found);
  return node?.kind === 'scalar' ? node : undefined;
}

/** An assignment and the item that it comes from. */
export interface ItemAssignment {
  readonly item: SetItem;
  readonly assignment: SetAssignment;
}

/** Helm takes its flags in this order, whatever order they stand in. */
const order: readonly SetKind[] = ['set-json', 'set', 'set-string', 'set-file', 'set-literal'];

/** All assignments in the order in which Helm applies them: the last one of a key wins. */
export function assignmentsIn(items: readonly SetItem[]): readonly ItemAssignment[] {
  return items
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .flatMap((item) => item.parsed.assignments.map((assignment) => ({ item, assignment })));
}

/** The effective settings of a list below a key path, which is left out of their paths. */
export function settingsIn(text: string, items: readonly SetItem[], below: KeyPath): readonly Setting[] {
  const inside = assignmentsIn(items).filter(
    ({ assignment: { path } }) =>
      below.length === 0 || (path.length > below.length && startsWithPath(path, below)),
  );
  return settingsOfAssignments(inside.map((one) => located(text, one, below.length)));
}

function located(text: string, { item, assignment }: ItemAssignment, skipped: number): LocatedAssignment {
  const { name, value } = item;
  const places = embeddedText(text, name);
  const keySpan = name.span;
  return {
    path: assignment.path.slice(skipped),
    value: assignment.value,
    keySpan,
    valueSpan: value?.span ?? item.map.span,
    partEnd: (index) => {
      const end = assignment.segments[index + skipped]?.end;
      return places === undefined || end === undefined
        ? keySpan.end
        : Math.min(keySpan.end, outerOffset(places, end));
    },
    scalar: (scalar) => scalarSetting(value, scalar),
  };
}

/** A value that a template writes is unknown, and so is one that Argo CD or a shell would expand. */
function scalarSetting(node: ScalarNode | undefined, value: SettingValueOf): SettingValue {
  if (node?.value.kind === 'unknown') return node.value;
  const isExpanded = typeof value === 'string' && /\$[{(A-Za-z_]/.test(value);
  return isExpanded ? { kind: 'unknown', reason: 'substitution' } : { kind: 'known', value };
}

type SettingValueOf = Parameters<LocatedAssignment['scalar']>[0];
