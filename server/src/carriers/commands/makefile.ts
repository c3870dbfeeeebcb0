import type { Span } from '../../yaml/node.ts';
import type { Lookup } from './shell/variables.ts';

/** What a makefile runs and sets. */
export interface Makefile {
  /** The recipe lines without tab and `@`, joined lines as one. Each is a script of its own. */
  readonly recipes: readonly Span[];
  /** The text of a make variable that the file assigns once and to plain text; place does not matter to make. */
  readonly lookup: Lookup;
}

/** A target and a recipe below it, or a declaration that only makefiles have. */
const rule = /^(?:\.PHONY\s*:|[\w.%/$(){}-][^\n#=:]*::?(?!=)[^\n=]*\n(?:[ \r]*\n|#[^\n]*\n)*\t)/m;

/** Tells a makefile from a shell script by its text alone. */
export function isMakefile(text: string): boolean {
  const interpreter = /^#![^\n]*/.exec(text)?.[0];
  return interpreter === undefined ? rule.test(text) : /\bg?make\b/.test(interpreter);
}

const assignment = /^(?:(?:export|override|private)\s+)*([\w.-]+)\s*(\?=|\+=|!=|:{0,3}=)\s*(.*)$/s;
const targetAssignment = /^[^\t\n#=:]+:\s*([\w.-]+)\s*(?:\?|\+|:{0,3})=/;
/** No version or file name is longer. */
const maxLength = 500;
const maxDepth = 50;

/** Reads a makefile line by line. Never throws. */
export function readMakefile(text: string): Makefile {
  const recipes: Span[] = [];
  const values = new Map<string, string | undefined>();
  let conditions = 0;
  for (const line of logicalLines(text)) {
    const content = text.slice(line.start, line.end);
    if (content.startsWith('\t')) {
      const prefix = /^[\s@+-]*/.exec(content)?.[0].length ?? 0;
      recipes.push({ start: line.start + prefix, end: line.end });
      continue;
    }
    if (/^\s*(?:ifn?eq|ifn?def)\b/.test(content)) conditions += 1;
    else if (/^\s*endif\b/.test(content)) conditions = Math.max(0, conditions - 1);
    const [, name, operator = '', value = ''] = assignment.exec(content.trimStart()) ?? [];
    const target = targetAssignment.exec(content)?.[1] ?? /^define\s+([\w.-]+)/.exec(content)?.[1];
    if (target !== undefined) values.set(target, undefined);
    else if (name !== undefined) {
      const isPlain = conditions === 0 && operator !== '+=' && operator !== '!=' && !values.has(name);
      values.set(name, isPlain ? value.replace(/(^|\s)#.*$/s, '').trim() : undefined);
    }
  }
  const expanded = expander(values);
  return { recipes, lookup: ({ name }) => expanded(name) };
}

/** Values with the references in them replaced; a value that leads to itself or to a function is not told. */
function expander(values: ReadonlyMap<string, string | undefined>): (name: string) => string | undefined {
  const done = new Map<string, string | undefined>();
  const expanded = (name: string, depth = 0): string | undefined => {
    if (done.has(name) || depth > maxDepth) return done.get(name);
    done.set(name, undefined);
    const value = values.get(name);
    let text = '';
    for (const part of value?.split(/(\$[({][\w.-]+[)}])/) ?? []) {
      const reference = /^\$[({]([\w.-]+)[)}]$/.exec(part)?.[1];
      text += (reference === undefined ? part : expanded(reference, depth + 1)) ?? '$';
      if (text.length > maxLength) return undefined;
    }
    if (value !== undefined && !text.includes('$') && !text.includes('\n')) done.set(name, text);
    return done.get(name);
  };
  return expanded;
}

/** Lines without their line breaks, those that end in a backslash joined with the next. */
function logicalLines(text: string): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r?\n|$/g)) {
    const end = match.index;
    const slashes = /\\*$/.exec(text.slice(Math.max(start, end - 20), end))?.[0].length ?? 0;
    if (slashes % 2 === 1 && match[0] !== '') continue;
    if (end >= start) lines.push({ start, end });
    start = end + match[0].length;
  }
  return lines;
}
