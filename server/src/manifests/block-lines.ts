/**
 * Whether a line of block YAML stands below these keys, the innermost last, whatever stands above them. It is told by
 * indentation alone, so it also works inside scalars and templates.
 *
 * @param at the offset of the line
 * @param column where its key begins
 */
export function isBelowKeys(text: string, at: number, column: number, keys: readonly string[]): boolean {
  let inner = column;
  let pending = keys.length;
  for (let end = at - 1; pending > 0 && end >= 0; end = text.lastIndexOf('\n', end - 1)) {
    const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
    const [, margin = '', key] = /^([ ]*(?:- +)*)(?:["']?([\w./-]+)["']?:)?/.exec(line) ?? [];
    const isEmpty = /^\s*(?:#|$)/.test(line);
    if (isEmpty || margin.length >= inner) continue;
    if (key !== keys[pending - 1]) return false;
    inner = margin.length;
    pending--;
  }
  return pending === 0;
}
