import { revisionKey } from '../../knowledge/marks.ts';
import { lineAt } from '../line-at.ts';
import type { FileView } from '../file-view.ts';
import type { Completion } from './completion.ts';
import { markKey, marksFor, markValue } from './mark-items.ts';

/** `kubectl label namespace shop istio-injection=`, with flags anywhere between. */
const command =
  /\b(?:kubectl|oc)\s(?:[^|;&]*\s)?(?<verb>label|annotate)\s(?:[^|;&]*\s)?(?:namespaces?|ns)(?:\s+(?:-\S+\s+)*|\/)(?<name>[^\s/]+)\s(?<others>[^|;&]*\s)?["']?(?<key>[\w./-]*)(?:=(?<value>[\w.-]*))?$/;

const ofRevision = /\bistioctl\s(?:[^|;&]*\s)?(?:--revision|-r)[= ](?<value>[\w.-]*)$/;

/** The labels and annotations that a command puts on a namespace, their values, and the revision that one is for. */
export function markArguments(text: string, offset: number, view: FileView): readonly Completion[] {
  const before = commandBefore(text, offset);
  const groups = command.exec(before)?.groups;
  if (groups === undefined)
    return revisionsFor(ofRevision.exec(before)?.groups?.['value'], text, offset, view);
  const { verb, name, others = '', key = '', value } = groups;
  const behind = /^[\w./-]*/.exec(text.slice(offset))?.[0] ?? '';
  const isWithValue = text.charAt(offset + behind.length) === '=';
  const present = new Set([...others.matchAll(/([\w./-]+)=/g)].map(([, other = '']) => other));
  const place = verb === 'label' ? 'namespace-label' : 'namespace-annotation';
  const namespace = name === undefined || /[$`{]/.test(name) ? undefined : name;
  const marks = marksFor(
    { place, namespace, key: value === undefined ? undefined : key, present },
    offset,
    view,
  );
  const replace = { start: offset - (value ?? key).length, end: offset + behind.length };
  return marks.flatMap(({ mark, values, rank }) =>
    value === undefined
      ? [markKey(mark, { insert: [mark.key, isWithValue ? '' : '='], replace, rank })]
      : values.map((one, index) => markValue(mark, one, { insert: one, replace, index })),
  );
}

function revisionsFor(
  value: string | undefined,
  text: string,
  offset: number,
  view: FileView,
): readonly Completion[] {
  if (value === undefined) return [];
  const place = {
    place: 'namespace-label',
    key: revisionKey,
    namespace: undefined,
    present: new Set<string>(),
  } as const;
  const behind = /^[\w.-]*/.exec(text.slice(offset))?.[0] ?? '';
  const replace = { start: offset - value.length, end: offset + behind.length };
  return marksFor(place, offset, view).flatMap(({ mark, values }) =>
    values.map((one, index) => markValue(mark, one, { insert: one, replace, index })),
  );
}

/** What stands before the cursor of the same command, lines that go on with a backslash as one. */
function commandBefore(text: string, offset: number): string {
  let { start } = lineAt(text, offset);
  while (/\\\r?\n$/.test(text.slice(0, start))) start = lineAt(text, text.lastIndexOf('\n', start - 1)).start;
  return text.slice(start, offset).replaceAll(/\\\r?\n/g, ' ');
}
