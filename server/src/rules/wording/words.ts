import { t } from '@vscode/l10n';

/** Small pieces of English that several messages need. */

/** Items as a person lists them: `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : t`${items.slice(0, -1).join(', ')} and ${last}`;
}

/** At most `most` items by name and a count of the rest: `a, b, c and 4 more`. */
export function listedAtMost(items: readonly string[], most: number): string {
  if (items.length <= most) return listed(items);
  return t`${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}

/** A name as it stands in code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Each text once, in the order of its first appearance. */
export function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** A text as the beginning of a sentence. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
