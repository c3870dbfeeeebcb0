import { itemsAt, knownText, lookUp, scalarOf } from '../../yaml/navigate.ts';
import type { Scalar } from '../../yaml/node.ts';
import type { SetItem, SetListForm } from '../set-list/set-list.ts';
import type { SetKind } from '../strvals/assignment.ts';
import { setKindFor } from '../strvals/format-set.ts';
import { typedValue } from '../strvals/typed-value.ts';

/**
 * `set` and `setString` of a helmfile release: `{name, value}`, `{name, values}` or `{name, file}`. Commas and braces in
 * them are no syntax of Helm (`setFlags` in https://github.com/helmfile/helmfile/blob/main/pkg/state/state.go).
 */
export function setListOf(kind: Extract<SetKind, 'set' | 'set-string'>): SetListForm {
  return {
    argument: (item, writtenName, scalar) => {
      const name = escaped(writtenName);
      const text = knownText(scalar) ?? '';
      if (scalar !== undefined && (text !== '' || scalar.value.kind === 'unknown'))
        return { kind, name, value: escaped(text) };
      const file = lookUp(item, 'file');
      if (file !== 'absent') return { kind: 'set-file', name, value: 'unknown' };
      const values = itemsAt(item, ['values']).map((value) => escaped(knownText(value) ?? ''));
      return values.length === 0 ? undefined : { kind, name, value: `{${values.join(',')}}` };
    },
    replace: (item, value) => {
      const text = textOf(value, kind);
      return text === undefined || item.value === undefined
        ? undefined
        : [{ op: 'set', path: ['value'], value: isString(item) ? text : spelled(value, text) }];
    },
    entries: (key, value, items) => {
      const text = textOf(value, kind);
      if (text === undefined || /[\\{},]/.test(key)) return undefined;
      return [
        ['name', key],
        ['value', items.some(quotesTyped) ? text : spelled(value, text)],
      ];
    },
  };
}

function escaped(text: string): string {
  return text.replace(/[{},]/g, '\\$&');
}

/** A value as the text that helmfile hands on; absent where this flag of Helm would read another type. */
function textOf(value: Scalar, kind: SetKind): string | undefined {
  const wanted = setKindFor(value);
  if (wanted === 'set-json' || (kind === 'set-string' && typeof value !== 'string')) return undefined;
  return String(value).replace(/\\/g, '\\\\');
}

/** Booleans and numbers stand as such in YAML. */
function spelled(value: Scalar, text: string): Scalar {
  return value === null || typeof value === 'string' ? text : value;
}

function isString({ value }: SetItem): boolean {
  return typeof scalarOf(value) === 'string';
}

/** Whether an item has `"true"` where `true` would do. */
function quotesTyped({ value }: SetItem): boolean {
  const scalar = scalarOf(value);
  return typeof scalar === 'string' && typedValue(scalar) !== scalar;
}
