import type { Span } from '../../../yaml/node.ts';
import { excerptOf, linesBetween } from '../excerpt.ts';
import { scriptInLines, type Script } from '../script.ts';
import { scriptCarrier } from '../script-carrier.ts';
import { pipelinesOf } from '../shell/command.ts';
import { readScripts } from '../shell/read-tokens.ts';

/** A fenced block of code: its language, its lines, and what stands before each of them. */
export interface CodeFence {
  readonly language: string;
  readonly lines: readonly Span[];
  readonly margin: string;
}

const opening = /^([ \t>]*)(`{3,}|~{3,})[ \t]*\{?\.?([\w+-]*)/;

/** The fences of a Markdown text, also those in lists and quotes (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
export function codeFences(text: string): readonly CodeFence[] {
  const fences: CodeFence[] = [];
  let open:
    { readonly mark: string; readonly language: string; readonly margin: string; lines: Span[] } | undefined;
  for (const line of linesBetween(text, 0, text.length)) {
    const content = text.slice(line.start, line.end);
    const [, margin = '', mark = '', language = ''] = opening.exec(content) ?? [];
    if (open === undefined) {
      if (mark !== '') open = { mark, language: language.toLowerCase(), margin, lines: [] };
    } else if (mark.startsWith(open.mark) && content.slice(margin.length).trim() === mark) {
      fences.push(open);
      open = undefined;
    } else {
      open.lines.push(withoutMargin(text, line, open.margin));
    }
  }
  return open === undefined ? fences : [...fences, open];
}

function withoutMargin(text: string, { start, end }: Span, margin: string): Span {
  const own = text.startsWith(margin, start)
    ? margin.length
    : (/^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0);
  return { start: start + Math.min(own, margin.length, end - start), end };
}

const shells = new Set([
  'sh',
  'bash',
  'shell',
  'zsh',
  'console',
  'shell-session',
  'shellsession',
  'terminal',
]);
const prompt = /^[ \t]*(?:[$%#❯>][ \t]+|\$(?=[a-z]))/;

/**
 * The commands that a Markdown text shows, each fence a script. Prompts are no part of them. Where a fence writes a file from a
 * here-document, people run the fences one after the other: they are one script, if they read as one as they do by themselves.
 */
export function scriptsInMarkdown({ text }: { readonly text: string }): readonly Script[] {
  const fences = codeFences(text)
    .filter(({ language }) => shells.has(language))
    .map(({ lines, margin, language }) => ({
      margin,
      lines: hasPrompts(text, lines, language) ? promptedLines(text, lines) : lines,
    }));
  const scripts = fences.map(({ lines, margin }) => scriptInLines(excerptOf(text, lines, margin), 'shell'));
  const [first, ...others] = fences;
  const isOneHand = first !== undefined && others.every(({ margin }) => margin === first.margin);
  if (!isOneHand || others.length === 0 || !scripts.some(writesFile)) return scripts;
  const lines = fences.flatMap((fence) => fence.lines);
  const whole = scriptInLines(excerptOf(text, lines, first.margin), 'shell');
  const apart = scripts.reduce((sum, script) => sum + commandsIn(script), 0);
  return commandsIn(whole) === apart ? [whole] : scripts;
}

function writesFile({ text }: Script): boolean {
  return /(?:>|\btee\b)[^\n]*<<|<<[^\n]*(?:>|\btee\b)/.test(text);
}

function commandsIn({ text, dialect }: Script): number {
  return readScripts(text, 0, text.length, dialect).flatMap(pipelinesOf).flat().length;
}

/** `# ` begins a comment more often than it is a prompt. */
function hasPrompts(text: string, lines: readonly Span[], language: string): boolean {
  const found = lines.map(({ start, end }) => prompt.exec(text.slice(start, end))?.[0].trim());
  return found.some((mark) => mark === '$' || (language !== 'sh' && (mark === '%' || mark === '❯')));
}

/**
 * The lines behind a prompt, and those in which such a line goes on, or that are its here-document; the others are what the
 * commands print.
 */
function promptedLines(text: string, lines: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  let goesOn = false;
  let delimiter: string | undefined;
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    if (delimiter !== undefined) {
      kept.push(line);
      if (content.trim() === delimiter) delimiter = undefined;
      continue;
    }
    const mark = prompt.exec(content)?.[0];
    if (!goesOn && mark === undefined) continue;
    kept.push(goesOn ? line : { start: line.start + (mark?.length ?? 0), end: line.end });
    goesOn = /\\\r?\n?$/.test(content);
    delimiter = /(?<!<)<<-?[ \t]*["']?([A-Za-z_]\w*)/.exec(content)?.[1];
  }
  return kept;
}

/** Commands that Markdown shows to people. */
export const markdownCommandsCarrier = scriptCarrier({
  name: 'markdown-commands',
  kind: 'markdown',
  hints: ['helm install', 'helm upgrade', 'helm template', 'cilium install', 'cilium upgrade', 'helm -'],
  scriptsOf: scriptsInMarkdown,
  isExample: true,
});
