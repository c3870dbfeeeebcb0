import type { Span } from '../../yaml/node.ts';
import { unknownText } from '../commands/shell/word.ts';
import type { FlatSettings } from '../flatten.ts';
import type { SetAssignment, SetKind } from '../strvals/assignment.ts';
import { parseSet } from '../strvals/parse-set.ts';
import { settingsOfAssignments, type LocatedAssignment } from '../strvals/settings.ts';
import { attributeOf, plainText, type Body, type Expression } from './hcl/node.ts';

/** How a release writes single values: `set { … }` of the provider's first versions, `set = [{ … }]` of later ones. */
export type SetSyntax = 'terraform-set-block' | 'terraform-set-list';

/** What the `set` values of a release say together. They win over all of its `values`. */
export interface SetValues extends FlatSettings {
  readonly syntax: SetSyntax;
  readonly span: Span;
}

/** Helm gets these in this order. */
const names = ['set', 'set_list', 'set_sensitive', 'set_wo'] as const;

/** The `set` values of a release; nothing where it has none. */
export function setValuesOf(release: Body): SetValues | undefined {
  const places: Span[] = [];
  const assignments: LocatedAssignment[] = [];
  let open = false;
  let syntax: SetSyntax = 'terraform-set-block';
  for (const name of names) {
    const list = attributeOf(release, name);
    const items =
      list?.kind === 'list'
        ? list.items
        : list === undefined || (list.kind === 'literal' && list.value === null)
          ? []
          : undefined;
    if (list !== undefined && items?.length !== 0) {
      syntax = 'terraform-set-list';
      places.push(list.span);
    }
    const blocks = release.blocks.filter(({ type }) => type === name);
    const dynamic = release.blocks.filter(({ type, labels }) => type === 'dynamic' && labels[0] === name);
    places.push(...[...blocks, ...dynamic].map(({ span }) => span));
    const found = [
      ...(items ?? []).map((item) => assignmentsOf(fieldsOf(item))),
      ...blocks.map(({ body }) => assignmentsOf((field) => attributeOf(body, field))),
    ];
    open ||= items === undefined || dynamic.length > 0 || found.includes(undefined);
    assignments.push(...found.flatMap((some) => some ?? []));
  }
  const span = {
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
  };
  return places.length === 0
    ? undefined
    : { settings: settingsOfAssignments(assignments), open, syntax, span };
}

type Fields = (name: string) => Expression | undefined;

function fieldsOf(item: Expression): Fields {
  return (name) =>
    item.kind === 'object' ? item.entries.findLast(({ key }) => key === name)?.value : undefined;
}

/** The provider hands `name=value` to Helm's own parser of `--set`; nothing where the name is not told. */
function assignmentsOf(field: Fields): readonly LocatedAssignment[] | undefined {
  const name = field('name');
  const key = plainText(name);
  if (name === undefined || key === undefined) return undefined;
  const value = field('value') ?? field('value_wo');
  const text = value === undefined ? unknownText : (plainText(value) ?? unknownText);
  const { assignments } = parseSet(`${key}=${text}`, kindOf(plainText(field('type'))));
  const inner = name.kind === 'string' ? name.inner : name.span;
  const valueSpan = value?.kind === 'string' ? value.inner : (value?.span ?? inner);
  return assignments.map((assignment) => located(assignment, inner, valueSpan));
}

function kindOf(type: string | undefined): SetKind {
  if (type === 'string') return 'set-string';
  return type === 'literal' ? 'set-literal' : 'set';
}

function located(assignment: SetAssignment, keySpan: Span, valueSpan: Span): LocatedAssignment {
  return {
    path: assignment.path,
    value: assignment.value,
    keySpan,
    valueSpan,
    partEnd: (index) =>
      Math.min(keySpan.end, keySpan.start + (assignment.segments[index]?.end ?? keySpan.end - keySpan.start)),
    scalar: (value) =>
      typeof value === 'string' && value.includes(unknownText)
        ? { kind: 'unknown', reason: 'substitution' }
        : { kind: 'known', value },
  };
}
