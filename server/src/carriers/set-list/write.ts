import {
  applyEdits,
  composeEdits,
  refused,
  type Change,
  type EditResult,
  type RefusalReason,
  type TextEdit,
} from '../../edits/edit.ts';
import { editYaml } from '../../edits/edit-yaml.ts';
import { insertItem, removeItem, type ListPlace } from '../../edits/items.ts';
import type { KeyPath, Scalar } from '../../yaml/node.ts';
import { nodeAt, resolve } from '../../yaml/navigate.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { SetPath } from '../strvals/assignment.ts';
import { formatKey } from '../strvals/format-set.ts';
import { startsWithPath } from '../strvals/settings.ts';
import { assignmentsIn, readSetList, settingsIn, type ItemAssignment } from './read.ts';
import type { SetItem, SetListForm } from './set-list.ts';

/**
 * The edits that make a change in a list of `{name, value}`. The list is read again after them: if the key does not have
 * the value that the change asks for, there are no edits but a reason.
 *
 * @param below the key path that the paths of the change count from.
 */
export function writeSetList(
  text: string,
  place: ListPlace,
  below: KeyPath,
  form: SetListForm,
  change: Change,
): EditResult {
  const items = itemsAt(text, place, form);
  if (items === undefined) return refused('gone');
  const list: ListText = { text, place, form, items };
  switch (change.op) {
    case 'set':
      return setIn(list, [...below, ...change.path], change.value, change.near && [...below, ...change.near]);
    case 'rename':
      return renameIn(list, [...below, ...change.from], [...below, ...change.to]);
    case 'remove':
      return removeIn(list, [...below, ...change.path]);
  }
}

interface ListText {
  readonly text: string;
  readonly place: ListPlace;
  readonly form: SetListForm;
  readonly items: readonly SetItem[];
}

function itemsAt(text: string, place: ListPlace, form: SetListForm): readonly SetItem[] | undefined {
  const found = nodeAt(parseYaml(text).documents[place.document]?.root, place.path);
  const list = typeof found === 'string' ? undefined : resolve(found);
  return list?.kind === 'sequence' ? readSetList(list, form).items : undefined;
}

function setIn(list: ListText, path: KeyPath, value: Scalar, near: KeyPath | undefined): EditResult {
  const reason = whyNotSet(list, path);
  if (reason !== undefined) return refused(reason);
  const deciding = assignmentsIn(list.items).findLast(({ assignment }) => isEqual(assignment.path, path));
  const result =
    deciding === undefined
      ? add(list, path, value, near)
      : inItem(list, deciding.item, list.form.replace(deciding.item, value));
  if (!result.ok) return result;
  return holds(applyEdits(list.text, result.edits), list, path, value)
    ? result
    : refused('would-change-more');
}

function whyNotSet({ text, items }: ListText, path: KeyPath): RefusalReason | undefined {
  for (const setting of settingsIn(text, items, [])) {
    const { kind } = setting.value;
    const isSame = isEqual(setting.path, path);
    if (!isSame && !startsWithPath(path, setting.path)) continue;
    if (isSame && (kind === 'map' || kind === 'list')) return 'not-a-scalar';
    if (kind === 'unknown') return 'unknown-value';
    if (!isSame && kind !== 'map') return kind === 'list' ? 'holds-list' : 'holds-scalar';
  }
  return undefined;
}

/** Behind the item of the related key, or behind the last one. */
function add(
  { text, place, form, items }: ListText,
  path: KeyPath,
  value: Scalar,
  near: KeyPath | undefined,
): EditResult {
  const key = formatKey(path);
  const entries = key === undefined ? undefined : form.entries(key, value, items);
  if (entries === undefined) return refused('not-writable');
  const related =
    near === undefined
      ? undefined
      : items.find((item) => item.parsed.assignments.some((one) => isEqual(one.path, near)));
  const behind = related ?? items.at(-1);
  return behind === undefined
    ? refused('unsupported-layout')
    : insertItem(text, place, behind.index, entries);
}

function renameIn(list: ListText, from: KeyPath, to: KeyPath): EditResult {
  const found = assignmentsBelow(list, from);
  if (found.length === 0) return refused('absent');
  if (assignmentsBelow(list, to).length > 0) return refused('already-set');
  return inTurn(list.text, found, (text, { item, assignment }) => {
    const name = formatKey([...to, ...assignment.path.slice(from.length)]);
    if (name === undefined) return refused('not-writable');
    return inItem({ ...list, text }, item, [{ op: 'set', path: ['name'], value: name }]);
  });
}

function removeIn(list: ListText, path: KeyPath): EditResult {
  const { text, place } = list;
  const indexes = new Set(assignmentsBelow(list, path).map(({ item }) => item.index));
  if (indexes.size === 0) return refused('absent');
  if (indexes.size === list.items.length) {
    return editYaml(text, { document: place.document, base: [] }, { op: 'remove', path: place.path });
  }
  const backwards = [...indexes].sort((a, b) => b - a);
  return inTurn(text, backwards, (current, index) => removeItem(current, place, index));
}

function inItem(
  { text, place }: Pick<ListText, 'text' | 'place'>,
  item: SetItem,
  changes: readonly Change[] | undefined,
): EditResult {
  if (changes === undefined || item.parsed.assignments.length !== 1) return refused('not-writable');
  const base = { document: place.document, base: [...place.path, String(item.index)] };
  return inTurn(text, changes, (current, change) => editYaml(current, base, change));
}

/** Several edits one after the other, as one list of edits of the first text. */
function inTurn<Step>(
  text: string,
  steps: readonly Step[],
  edit: (text: string, step: Step) => EditResult,
): EditResult {
  let edits: readonly TextEdit[] = [];
  for (const step of steps) {
    const result = edit(applyEdits(text, edits), step);
    if (!result.ok) return result;
    edits = composeEdits(text, edits, result.edits);
  }
  return { ok: true, edits };
}

function assignmentsBelow({ items }: ListText, path: KeyPath): readonly ItemAssignment[] {
  return assignmentsIn(items).filter(({ assignment }) => startsWithPath(assignment.path, path));
}

/** Agent flags below `extraConfig` are text, whatever type a list gives them. */
function holds(text: string, { place, form }: ListText, path: KeyPath, value: Scalar): boolean {
  const setting = settingsIn(text, itemsAt(text, place, form) ?? [], []).find((one) =>
    isEqual(one.path, path),
  );
  if (setting?.value.kind !== 'known') return false;
  const isText = path.includes('extraConfig') && String(setting.value.value) === String(value);
  return setting.value.value === value || isText;
}

function isEqual(one: SetPath, other: SetPath): boolean {
  return one.length === other.length && startsWithPath(one, other);
}
