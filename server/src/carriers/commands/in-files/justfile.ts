import type { Span } from '../../../yaml/node.ts';
import { excerptOf, linesBetween } from '../excerpt.ts';
import { scriptInLines, type Script } from '../script.ts';
import { scriptCarrier } from '../script-carrier.ts';

/** The head of a recipe; an assignment or a setting has `:=`. */
const head = /^@?[A-Za-z_][\w-]*(?:[ \t][^\n]*?)?:(?!=)/;

/**
 * What the recipes of a justfile run: each line is a script of its own, unless the recipe begins with `#!`
 * (https://just.systems/man/en/). `{{…}}` is unknown.
 */
export function scriptsInJustfile({ text }: { readonly text: string }): readonly Script[] {
  return recipesIn(text).flatMap((lines) => {
    const [first] = lines;
    const margin = first === undefined ? '' : (/^[ \t]*/.exec(text.slice(first.start, first.end))?.[0] ?? '');
    const contents = lines.map((line) => withoutMargin(text, line, margin));
    const isShebang = contents[0] !== undefined && text.startsWith('#!', contents[0].start);
    const scripts = isShebang ? [contents] : joined(text, contents).map((line) => withoutPrefix(text, line));
    return scripts.map((script) => scriptInLines(excerptOf(text, script, margin), 'templated'));
  });
}

/** The lines below each head. */
function recipesIn(text: string): readonly (readonly Span[])[] {
  const recipes: Span[][] = [];
  let recipe: Span[] | undefined;
  for (const line of linesBetween(text, 0, text.length)) {
    const content = text.slice(line.start, line.end);
    if (/^[ \t]+\S/.test(content)) recipe?.push(line);
    else if (head.test(content)) recipes.push((recipe = []));
    else if (content.trim() !== '') recipe = undefined;
    else if (recipe !== undefined && recipe.length > 0) recipe.push(line);
  }
  return recipes;
}

function withoutMargin(text: string, { start, end }: Span, margin: string): Span {
  return { start: text.startsWith(margin, start) ? start + margin.length : start, end };
}

/** Lines that end in a backslash go on in the next one. */
function joined(text: string, lines: readonly Span[]): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let goesOn = false;
  for (const line of lines) {
    if (goesOn) groups.at(-1)?.push(line);
    else groups.push([line]);
    goesOn = /\\\r?\n?$/.test(text.slice(line.start, line.end));
  }
  return groups;
}

/** `@` keeps just from printing the line, `-` from stopping at a failure. */
function withoutPrefix(text: string, [first, ...rest]: readonly Span[]): readonly Span[] {
  if (first === undefined) return rest;
  const prefix = /^[@-]*/.exec(text.slice(first.start, first.end))?.[0].length ?? 0;
  return [{ start: first.start + prefix, end: first.end }, ...rest];
}

/** Commands in justfiles. */
export const justfileCarrier = scriptCarrier({
  name: 'justfile',
  kind: 'justfile',
  hints: ['helm', 'cilium'],
  scriptsOf: scriptsInJustfile,
});
