import type { Span } from './node.ts';
import { isLineBreak, lineEnd, lineStart } from './trivia.ts';

/**
 * The templates of a text: of Go (Helm, helmfile, Argo CD) and of Jinja (Ansible).
 */
export interface Template extends Span {
  readonly role: 'opens' | 'closes' | 'defines' | 'silent' | 'writes';
}

const openingForm = /\{\{|\{%|\{#/g;

/** All templates of a text, in order. What YAML takes for a comment is left alone, though Go would run it. */
export function findTemplates(text: string): readonly Template[] {
  const templates: Template[] = [];
  const unclosed = new Set<string>();
  let checkedTo = 0;
  openingForm.lastIndex = 0;
  for (let match = openingForm.exec(text); match !== null; match = openingForm.exec(text)) {
    const start = match.index;
    if (start >= checkedTo) {
      checkedTo = lineEnd(text, start);
      if (isComment(text, start)) {
        openingForm.lastIndex = checkedTo;
        continue;
      }
    }
    if (unclosed.has(match[0])) continue;
    const end = templateEnd(text, start);
    if (end === undefined) {
      unclosed.add(match[0]);
    } else {
      templates.push({ start, end, role: roleOf(text.slice(start, end)) });
      openingForm.lastIndex = end;
    }
  }
  return templates;
}

function isComment(text: string, offset: number): boolean {
  return /^[ \t]*#/.test(text.slice(lineStart(text, offset), offset));
}

const closings: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/**
 * Behind the `}}` that ends a template: one within a string or a comment of the template does not end it. Where
 * another template begins before such an end, some quote was none.
 */
function templateEnd(text: string, start: number): number | undefined {
  const opening = text.slice(start, start + 2);
  const closing = closings[opening] ?? '}}';
  const first = behind(text, closing, start + 2);
  if (first === undefined || opening === '{#') return first;
  const comment = /^\{\{-?\s*\/\*/.exec(text.slice(start, start + 80));
  if (comment !== null) {
    return behind(text, closing, behind(text, '*/', start + comment[0].length) ?? start) ?? first;
  }
  let at = start + 2;
  while (at < text.length && !text.startsWith(opening, at)) {
    if (text.startsWith(closing, at)) return at + closing.length;
    at = behindString(text, at);
  }
  return first;
}

function behind(text: string, part: string, from: number): number | undefined {
  const at = text.indexOf(part, from);
  return at < 0 ? undefined : at + part.length;
}

/** Behind the string literal that begins at `at`, or behind the one character. A quote that YAML escapes begins none. */
function behindString(text: string, at: number): number {
  const quote = text.charAt(at);
  if (quote === '`') return behind(text, quote, at + 1) ?? at + 1;
  if ((quote !== '"' && quote !== "'") || text[at - 1] === '\\') return at + 1;
  for (let end = at + 1; end < text.length && !isLineBreak(text.charCodeAt(end)); end++) {
    if (text[end] === quote) return end + 1;
    if (text[end] === '\\') end++;
  }
  return at + 1;
}

const keywordForm = /^\{[{%][-~+]?\s*(\$\w*\s*(?:,\s*\$\w+\s*)?:?=|[A-Za-z_][\w.]*|\/\*)?/;

type Roles = Readonly<Record<string, Template['role']>>;

const goRoles: Roles = {
  if: 'opens',
  range: 'opens',
  with: 'opens',
  block: 'opens',
  define: 'defines',
  end: 'closes',
  else: 'silent',
  break: 'silent',
  continue: 'silent',
};

const jinjaRoles: Roles = {
  if: 'opens',
  for: 'opens',
  with: 'opens',
  block: 'opens',
  filter: 'opens',
  call: 'opens',
  macro: 'defines',
  endif: 'closes',
  endfor: 'closes',
  endwith: 'closes',
  endblock: 'closes',
  endfilter: 'closes',
  endcall: 'closes',
  endmacro: 'closes',
  include: 'writes',
};

function roleOf(template: string): Template['role'] {
  const keyword = keywordForm.exec(template)?.[1];
  if (template.startsWith('{%')) return jinjaRoles[keyword ?? ''] ?? 'silent';
  if (template.startsWith('{#') || keyword === '/*' || keyword?.startsWith('$') === true) return 'silent';
  return goRoles[keyword ?? ''] ?? 'writes';
}

/**
 * Pairs what opens with what closes: definitions are no part of the document, the rest is there or not. What nothing closes stays
 * open to the end: someone may be typing.
 */
export function findRegions(
  templates: readonly Template[],
  length: number,
): { readonly conditional: readonly Span[]; readonly definitions: readonly Span[] } {
  const conditional: Span[] = [];
  const definitions: Span[] = [];
  const open: Template[] = [];
  const close = (end: number): void => {
    const outermost = open[0];
    open.pop();
    if (outermost === undefined || open.length > 0) return;
    (outermost.role === 'defines' ? definitions : conditional).push({ start: outermost.start, end });
  };
  for (const template of templates) {
    if (template.role === 'opens' || template.role === 'defines') open.push(template);
    else if (template.role === 'closes') close(template.end);
  }
  while (open.length > 0) close(length);
  return { conditional, definitions };
}
