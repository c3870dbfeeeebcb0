import { nodeAt, resolve } from '../../yaml/navigate.ts';
import type { KeyPath } from '../../yaml/node.ts';
import { noValues, ownValues, unknownValues, type OwnPlace, type OwnValues } from '../values-at.ts';
import { readSetList, settingsIn } from './read.ts';
import type { SetListForm } from './set-list.ts';

/** The values for Cilium that a list of `{name, value}` at a path gives. */
export function setListAt(
  place: OwnPlace,
  path: KeyPath,
  form: SetListForm,
  isForCilium: boolean,
): OwnValues {
  const found = nodeAt(place.document.root, path);
  if (found === 'absent') return noValues;
  const list = found === 'unknown' ? undefined : resolve(found);
  const isNull = list?.kind === 'scalar' && list.value.kind === 'known' && list.value.value === null;
  if (isNull) return noValues;
  if (list?.kind !== 'sequence') return unknownValues(list?.span ?? place.document.span);
  const { items, open } = readSetList(list, form);
  if (items.length === 0) return open ? unknownValues(list.span) : noValues;
  const flat = { settings: settingsIn(place.text, items, []), open, span: list.span };
  return ownValues(place, path, flat, isForCilium);
}
