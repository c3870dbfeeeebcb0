import type { MapEntry, MapNode, Scalar, YamlNode } from '../yaml/node.ts';
import { behindIndicator, lineStart, skipTrivia } from '../yaml/trivia.ts';
import type { TextEdit } from './edit.ts';
import { columnOfMap, entryStart, lineBreakAt } from './layout.ts';
import { flowScalar } from './new-value.ts';
import type { Source } from './source.ts';
import { commonQuoting, quotingOf, writeScalar, type Quoting } from './write.ts';

/** The edit that gives an entry another scalar. Its anchor stays, its tag goes: it would change what is read. */
export function replaceValue(
  source: Source,
  map: MapNode,
  entry: MapEntry,
  value: Scalar,
): readonly TextEdit[] | undefined {
  const { text } = source;
  const quoting = quotingFor(map, entry.value);
  const written = map.style === 'flow' ? flowScalar(value, quoting) : writeScalar(value, quoting);
  if (written === undefined) return undefined;
  const { start, end } = entry.value.span;
  const behindColon = behindIndicator(text, entry.key.span.end, ':');
  if (behindColon === entry.key.span.end) {
    return [{ span: { start, end: start }, newText: `${colonBehind(source, map, entry)} ${written}` }];
  }
  const from = entry.value.tag === undefined ? start : skipTrivia(text, behindColon);
  const anchor = from < start && entry.value.anchor !== undefined ? `&${entry.value.anchor} ` : '';
  const space =
    from === behindColon || (from === start && text[start - 1] !== ' ' && start === end) ? ' ' : '';
  return [{ span: { start: from, end }, newText: space + anchor + written }];
}

/** `{a}` and `? a` have no colon yet. */
function colonBehind(source: Source, map: MapNode, entry: MapEntry): string {
  const start = entryStart(source.text, map, entry);
  if (map.style === 'flow' || source.text[start] !== '?') return ':';
  return `${lineBreakAt(source, lineStart(source.text, start))}${' '.repeat(columnOfMap(source.text, map))}:`;
}

/** A string is quoted as the value that it replaces, or as the strings around it. */
export function quotingFor(map: MapNode, old: YamlNode | undefined): Quoting {
  if (old?.kind === 'scalar' && old.value.kind === 'known' && typeof old.value.value === 'string') {
    return quotingOf(old);
  }
  const strings = map.entries.flatMap(({ value }) =>
    value.kind === 'scalar' && value.value.kind === 'known' && typeof value.value.value === 'string'
      ? [value]
      : [],
  );
  return commonQuoting(strings);
}
