import { lineAt } from '../line-at.ts';
import { argumentProbe, itemNameProbe, itemValueProbe } from './argument-probe.ts';
import { flowAround } from './flow-around.ts';
import { keyInFlow, valueInFlow } from './flow-probe.ts';
import { hclProbe } from './hcl-probe.ts';
import { probe, type KeyProbe, type Probed, type TypedLine, type ValueProbe } from './probe.ts';

/**
 * What may be written at an offset, the likeliest first; a few guesses.
 *
 * @param isTerraform whether keys and values may be those of Terraform's language as well
 */
export function probesAt(text: string, offset: number, isTerraform: boolean): readonly Probed[] {
  const line = typedLine(text, offset);
  if (/(?:^|\s)#/.test(line.before)) return [];
  return [
    argumentProbe(line),
    itemNameProbe(line),
    itemValueProbe(line),
    probeInYaml(text, offset, line),
    isTerraform ? hclProbe(line) : undefined,
  ].filter((guess) => guess !== undefined);
}

/** The line that an offset stands in, divided there. */
function typedLine(text: string, offset: number): TypedLine {
  const { text: line, start, end } = lineAt(text, offset);
  return {
    above: start === 0 ? '' : lineAt(text, start - 1).text,
    below: end === text.length ? '' : lineAt(text, end + (text.startsWith('\r\n', end) ? 2 : 1)).text,
    before: line.slice(0, offset - start),
    after: line.slice(offset - start),
    replaceWith: (from, to, word) => ({
      text: text.slice(0, start + from) + word + text.slice(start + to),
      replace: { start: start + from, end: start + to },
      quote: /^["']/.exec(line.slice(from, to))?.[0] ?? '',
    }),
  };
}

function probeInYaml(text: string, offset: number, line: TypedLine): KeyProbe | ValueProbe | undefined {
  const flow = flowAround(text, offset);
  if (flow === undefined) return keyProbe(line) ?? valueProbe(line);
  if (flow.kind === 'list') return undefined;
  const entry = text.slice(flow.entryStart, offset);
  return keyInFlow(entry, text.slice(offset), line) ?? valueInFlow(entry, line);
}

const keyBefore = /^(?<lead> *(?:- +)*)(?<quote>["']?)(?<typed>[\w./-]*)$/;
const keyAfter = /^(?<rest>[\w./-]*["']?)[ \t]*(?<colon>:(?=\s|$))?(?<more>.*)$/;

function keyProbe({ before, after, replaceWith }: TypedLine): KeyProbe | undefined {
  const groups = keyBefore.exec(before)?.groups;
  const behind = keyAfter.exec(after)?.groups;
  if (groups === undefined || behind === undefined) return undefined;
  const hasColon = behind['colon'] !== undefined;
  const typed = groups['typed'] ?? '';
  // `---` is a separator, and a lone dash begins an item.
  const isOther = (!hasColon && /^[^#]/.test(behind['more'] ?? '')) || typed.startsWith('-');
  if (isOther) return undefined;
  const column = (groups['lead'] ?? '').length;
  const end = before.length + (behind['rest'] ?? '').length;
  return {
    kind: 'key',
    language: 'yaml',
    ...replaceWith(column, end, hasColon ? probe : `${probe}:`),
    column,
    hasColon,
    isInBraces: false,
    tail: '',
  };
}

const valueBefore =
  /^ *(?:- +)*(?:[\w./-]+|"[^"]*"|'[^']*'):(?<space>[ \t]*)(?<typed>["']?[^"'#{}[\]|>&*]*)$/;

function valueProbe({ before, after, replaceWith }: TypedLine): ValueProbe | undefined {
  const groups = valueBefore.exec(before)?.groups;
  if (groups === undefined) return undefined;
  const rest = /^(?:(?!\s#)[^])*/.exec(after)?.[0].trimEnd() ?? '';
  const isSpaced = groups['space'] !== '';
  const from = before.length - (groups['typed'] ?? '').length;
  return {
    kind: 'value',
    language: 'yaml',
    ...replaceWith(from, before.length + rest.length, isSpaced ? probe : ` ${probe}`),
    lead: isSpaced ? '' : ' ',
  };
}
