/** The line between two documents. */
const separator = /^---(?:[ \t].*)?\r?\n/gm;
const isDefinition = /^kind:[ \t]*["']?CustomResourceDefinition\b/m;

/**
 * A YAML text without the definitions of custom resources, which describe objects and are none: a null and blanks stand in
 * their place, so that every offset and the number of documents stay as they are. They are long, and operators ship dozens
 * of them in one file. A document with templates is left alone, as what it opens may end behind it.
 */
export function withoutDefinitions(text: string): string {
  if (!text.includes('CustomResourceDefinition')) return text;
  let written = '';
  for (const { index, 0: line } of [...text.matchAll(separator), { index: text.length, 0: '' }]) {
    const document = text.slice(written.length, index);
    const isLeftOut = isDefinition.test(document) && !document.includes('{{');
    written += (isLeftOut ? `~${' '.repeat(document.length - 2)}\n` : document) + line;
  }
  return written;
}
