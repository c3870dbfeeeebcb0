import type { Change } from '../../edits/edit.ts';
import { knownText, nodeAt, scalarOf } from '../../yaml/navigate.ts';
import type { MapNode, Scalar } from '../../yaml/node.ts';
import type { SetListForm } from '../set-list/set-list.ts';
import { setKindFor } from '../strvals/format-set.ts';

/**
 * `helm.parameters` of Argo CD: `{name, value, forceString}`, all values are strings in YAML. Commas in a value are no
 * separators (`cleanSetParameters` in https://github.com/argoproj/argo-cd/blob/master/util/helm/cmd.go).
 */
export const parameterList: SetListForm = {
  argument: (item, name, scalar) => ({
    kind: isText(item) ? 'set-string' : 'set',
    name,
    value: withoutSeparators(knownText(scalar) ?? ''),
  }),
  replace: ({ map }, value) => {
    const text = textOf(value);
    if (text === undefined) return undefined;
    const wantsText = setKindFor(value) === 'set-string';
    const changes: readonly Change[] = [{ op: 'set', path: ['value'], value: text }];
    return wantsText === isText(map) || (typeof value === 'string' && isText(map))
      ? changes
      : [...changes, { op: 'set', path: ['forceString'], value: wantsText }];
  },
  entries: (key, value) => {
    const text = textOf(value);
    if (text === undefined) return undefined;
    const isForced = setKindFor(value) === 'set-string';
    return [['name', key], ['value', text], ...(isForced ? [['forceString', true] as const] : [])];
  },
};

function isText(item: MapNode): boolean {
  return scalarOf(nodeAt(item, ['forceString'])) === true;
}

/** A comma that no backslash stands before is escaped, unless the value is a list in braces. */
function withoutSeparators(value: string): string {
  return /^\{.*\}$/s.test(value) ? value : value.replace(/(?<!\\),/g, '\\,');
}

/** A value as the text of a parameter; a fraction has none. */
function textOf(value: Scalar): string | undefined {
  if (setKindFor(value) === 'set-json') return undefined;
  return String(value).replace(/\\/g, '\\\\').replace(/^\{/, '\\{');
}
