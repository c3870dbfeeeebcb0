import type { KeyPath, Setting, SettingValue } from '../../facts/settings.ts';
import { embeddedText, outerOffset } from '../../yaml/embedded.ts';
import { itemsAt, nodeAt, resolve, stringAt } from '../../yaml/navigate.ts';
import type { Scalar, ScalarNode, Span } from '../../yaml/node.ts';
import { unknownText } from '../commands/shell/word.ts';
import type { SetAssignment, SetKind } from '../strvals/assignment.ts';
import { parseSet } from '../strvals/parse-set.ts';
import { settingsOfAssignments, type LocatedAssignment } from '../strvals/settings.ts';
import type { ModuleCall } from './tasks.ts';

/** An item of `set_values`: what the module gives to one of Helm's flags. */
export interface SetValue {
  /** 0-based place in the list. */
  readonly index: number;
  readonly kind: SetKind;
  readonly scalar: ScalarNode;
  /** Spans count in the text of the scalar. */
  readonly assignments: readonly SetAssignment[];
}

const kinds: Readonly<Record<string, SetKind>> = {
  raw: 'set',
  string: 'set-string',
  json: 'set-json',
  literal: 'set-literal',
  file: 'set-file',
};

/** The items of `set_values`, in the order in which Helm applies them, and whether some may set what the file does not show. */
export function setValuesOf(
  text: string,
  { map }: ModuleCall,
): { readonly items: readonly SetValue[]; readonly open: boolean } {
  const list = nodeAt(map, ['set_values']);
  let open = list === 'unknown' || (list !== 'absent' && resolve(list)?.kind !== 'sequence');
  const items = itemsAt(map, ['set_values']).flatMap((item, index): SetValue[] => {
    const node = nodeAt(item, ['value']);
    const scalar = typeof node === 'string' ? undefined : resolve(node);
    const embedded = scalar?.kind === 'scalar' ? embeddedText(text, scalar) : undefined;
    const kind = kinds[stringAt(item, ['value_type']) ?? 'raw'];
    if (scalar?.kind !== 'scalar' || embedded === undefined || kind === undefined) {
      open = true;
      return [];
    }
    const masked = embedded.text.replace(/\{\{[^]*?\}\}/g, (template) => unknownText.repeat(template.length));
    const { assignments, problem } = parseSet(masked, kind);
    const isTold = ({ path }: SetAssignment): boolean =>
      !path.some((part) => String(part).includes(unknownText));
    open ||= problem !== undefined || !assignments.every(isTold);
    return [{ index, kind, scalar, assignments: assignments.filter(isTold) }];
  });
  const order: readonly SetKind[] = ['set-json', 'set', 'set-string', 'set-file', 'set-literal'];
  return { items: items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)), open };
}

/** The effective settings of the items, with their places in the file. */
export function settingsOfSetValues(text: string, items: readonly SetValue[]): readonly Setting[] {
  return settingsOfAssignments(
    items.flatMap(({ scalar, assignments }) => {
      const embedded = embeddedText(text, scalar);
      const placed = ({ start, end }: Span): Span =>
        embedded === undefined
          ? scalar.span
          : { start: outerOffset(embedded, start), end: outerOffset(embedded, end) };
      return assignments.map((assignment): LocatedAssignment => ({
        path: assignment.path,
        value: assignment.value,
        keySpan: placed(assignment.keySpan),
        valueSpan: placed(assignment.valueSpan),
        partEnd: (index) => placed(assignment.segments[index] ?? assignment.keySpan).end,
        scalar: scalarSetting,
      }));
    }),
  );
}

/** Whether one of the items sets a key, or something above or below it. */
export function isSetBy(items: readonly SetValue[], path: KeyPath): boolean {
  return items.some(({ assignments }) =>
    assignments.some((one) =>
      path.every((part, index) => one.path[index] === part || index >= one.path.length),
    ),
  );
}

function scalarSetting(value: Scalar): SettingValue {
  const isUnknown = typeof value === 'string' && value.includes(unknownText);
  return isUnknown ? { kind: 'unknown', reason: 'template' } : { kind: 'known', value };
}
