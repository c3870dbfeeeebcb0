import type { Severity } from '../../../server/src/rules/finding.ts';

/** A place that the evidence of a finding must name; the line is 1-based, as people write it. */
export interface RelatedPlace {
  readonly file: string;
  readonly line: number;
}

/** What a comment in a case wants to be found. Lines and columns are 0-based, columns in UTF-16 code units. */
export interface Expectation {
  readonly line: number;
  readonly start: number;
  /** The column behind the last marked one. */
  readonly end: number;
  /** The range goes on behind the end of the line. */
  readonly runsOn: boolean;
  readonly severity: Severity;
  readonly rule: string;
  /** Texts that the message must contain. */
  readonly texts: readonly string[];
  readonly related: readonly RelatedPlace[];
}

const marker =
  /^(?<indent>\s*)#(?<gap>\s*)(?<carets>\^+)(?<runsOn>>?)\s+(?<severity>error|warning|information|hint)\s+(?<rule>[a-z0-9-]+)(?<rest>.*)$/;
const looksLikeMarker = /^\s*#\s*\^/;
const restToken = /\s+(?:"(?<text>[^"]*)"|line (?<line>\d+)|related (?<file>\S+):(?<relatedLine>\d+))/y;

/**
 * The expectations that stand in a text, in the form of test/cases/README.md.
 * @throws if a comment begins like an expectation and is none: a misspelt one must not pass for silence.
 */
export function expectationsIn(text: string): readonly Expectation[] {
  const expectations: Expectation[] = [];
  let markedLine = -1;
  for (const [number, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (looksLikeMarker.test(line)) expectations.push(expectationOf(line, number, markedLine));
    else markedLine = number;
  }
  return expectations;
}

function expectationOf(comment: string, number: number, markedLine: number): Expectation {
  const groups = marker.exec(comment)?.groups;
  if (groups === undefined) throw unreadable(comment, number);
  const { indent = '', gap = '', carets = '', runsOn, severity = '', rule = '', rest = '' } = groups;
  const start = gap === '' ? indent.length : indent.length + 1 + gap.length;
  const end = indent.length + 1 + gap.length + carets.length;
  const { line, texts, related } = restOf(rest, comment, number);
  return {
    line: line ?? markedLine,
    start,
    end,
    runsOn: runsOn === '>',
    severity: severityOf(severity),
    rule,
    texts,
    related,
  };
}

function restOf(rest: string, comment: string, number: number) {
  const texts: string[] = [];
  const related: RelatedPlace[] = [];
  let line: number | undefined;
  let end = 0;
  restToken.lastIndex = 0;
  for (let match = restToken.exec(rest); match !== null; match = restToken.exec(rest)) {
    const groups = match.groups ?? {};
    if (groups['text'] !== undefined) texts.push(groups['text']);
    else if (groups['line'] !== undefined) line = Number(groups['line']) - 1;
    else related.push({ file: groups['file'] ?? '', line: Number(groups['relatedLine']) });
    end = restToken.lastIndex;
  }
  if (rest.slice(end).trim() !== '') throw unreadable(comment, number);
  return { line, texts, related };
}

function severityOf(word: string): Severity {
  return word === 'error' || word === 'warning' || word === 'information' ? word : 'hint';
}

function unreadable(comment: string, number: number): Error {
  return new Error(
    `Line ${number + 1} is no expectation of the form in test/cases/README.md: ${comment.trim()}`,
  );
}
