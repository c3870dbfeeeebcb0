import type { Span } from '../../../yaml/node.ts';
import { excerptOf, linesBetween } from '../excerpt.ts';
import { scriptInLines, type Script } from '../script.ts';
import { scriptCarrier } from '../script-carrier.ts';

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

/** The commands that a Markdown text shows, each fence a script. Prompts are no part of them. */
export function scriptsInMarkdown({ text }: { readonly text: string }): readonly Script[] {
  return codeFences(text)
    .filter(({ language }) => shells.has(language))
    .map(({ lines, margin, language }) => {
      const stretches = hasPrompts(text, lines, language) ? promptedLines(text, lines) : lines;
      return scriptInLines(excerptOf(text, stretches, margin), 'shell');
    });
}

/** `# ` begins a comment more often than it is a prompt. */
function hasPrompts(text: string, lines: readonly Span[], language: string): boolean {
  const found = lines.map(({ start, end }) => prompt.exec(text.slice(start, end))?.[0].trim());
  return found.some((mark) => mark === '$' || (language !== 'sh' && (mark === '%' || mark === '❯')));
}

/** The lines behind a prompt, and those in which such a line goes on; the others are what the commands print. */
function promptedLines(text: string, lines: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  let goesOn = false;
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    const mark = prompt.exec(content)?.[0];
    if (!goesOn && mark === undefined) continue;
    kept.push(goesOn ? line : { start: line.start + (mark?.length ?? 0), end: line.end });
    goesOn = /\\\r?\n?$/.test(content);
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
