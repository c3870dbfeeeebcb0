/** The flow collection (`{…}` or `[…]`) that an offset stands in, and where the entry there begins. */
export interface FlowAround {
  readonly kind: 'map' | 'list';
  /** Behind the brace, bracket or comma before the offset, or at the beginning of its line. */
  readonly entryStart: number;
}

/**
 * Tells by the characters alone whether an offset stands in a flow collection, be it over several lines: the text need not be
 * readable. One that is never closed ends where the text is no longer indented below it. Braces of templates are none.
 */
export function flowAround(text: string, offset: number): FlowAround | undefined {
  let open: readonly string[] = [];
  let opener = 0;
  let entryStart = 0;
  for (let start = 0; start <= offset;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, Math.min(offset, end === -1 ? text.length : end));
    const indent = line.search(/\S/);
    if (indent !== -1 && indent <= opener && !/[}\]]/.test(line.charAt(indent))) open = [];
    const from = open.length > 0 ? 0 : beginning.exec(line)?.[0].length;
    if (from !== undefined) {
      if (open.length === 0) opener = Math.max(0, indent);
      const scanned = scan(line, from, open);
      open = scanned.open;
      entryStart = start + scanned.entryStart;
    }
    if (end === -1) break;
    start = end + 1;
  }
  const innermost = open.at(-1);
  return innermost === undefined ? undefined : { kind: innermost === '{' ? 'map' : 'list', entryStart };
}

/** What stands before a flow collection that begins in a line. */
const beginning = /^[ \t]*(?:- +)*(?:(?:[\w./-]+|"[^"]*"|'[^']*')[ \t]*:[ \t]+)?(?=[{[])/;

interface Scanned {
  readonly open: readonly string[];
  readonly entryStart: number;
}

/** One line, from where it begins to be flow. What follows the last closing brace is none. */
function scan(line: string, from: number, before: readonly string[]): Scanned {
  const open = [...before];
  let entryStart = from;
  for (const { 0: token, index } of line.slice(from).matchAll(tokens)) {
    if (token.startsWith('#')) break;
    if (token === '{' || token === '[') open.push(token);
    else if (token === '}' || token === ']') open.pop();
    if (open.length === 0) break;
    if (token === '{' || token === '[' || token === ',') entryStart = from + index + 1;
  }
  return { open, entryStart };
}

/** Templates, quotations and comments, in which nothing counts, and what does. A quotation may lack its end. */
const tokens = /\{\{.*?(?:\}\}|$)|"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|(?<=[ \t])#.*$|[{}[\],]/g;
