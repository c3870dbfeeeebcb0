import type { Dialect } from '../shell/cursor.ts';
import type { Quote } from '../shell/word.ts';

/** Characters that no shell takes for anything but themselves. */
const plain = /^[\w@%+=:,./^-]*$/;

/** Text as it must stand within a kind of quoting to reach the program unchanged; undefined if it cannot. */
export function quotedText(text: string, style: Quote['style'], dialect: Dialect): string | undefined {
  if (text.includes('\0') || (dialect === 'make' && /[\r\n]/.test(text))) return undefined;
  const inShell = forShell(text, style);
  return dialect === 'make' ? inShell?.replaceAll('$', '$$$$') : inShell;
}

function forShell(text: string, style: Quote['style']): string | undefined {
  switch (style) {
    case 'none':
      if (plain.test(text)) return text;
      return /[\r\n]/.test(text) ? undefined : text.replace(/[^\w@%+=:,./^-]/g, '\\$&');
    case 'single':
      return text.includes("'") ? undefined : text;
    case 'double':
      return text.replace(/[\\"$`]/g, '\\$&');
    case 'ansi':
      return text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
  }
}

/** An argument with quotes around it; without any where `style` is `none` and the text needs none. */
export function quotedArgument(text: string, style: Quote['style'], dialect: Dialect): string | undefined {
  if (style === 'none' && plain.test(text) && text !== '') return quotedText(text, 'none', dialect);
  const wanted = style === 'none' || style === 'ansi' ? 'single' : style;
  const used = wanted === 'single' && text.includes("'") ? 'double' : wanted;
  const mark = used === 'single' ? "'" : '"';
  const inside = quotedText(text, used, dialect);
  return inside === undefined ? undefined : `${mark}${inside}${mark}`;
}
