import type { YamlNode } from '../../../server/src/yaml/node.ts';
import { parseYaml } from '../../../server/src/yaml/parse.ts';

/** The key and the item that stand for "a template may add more here". */
const ellipsis = '…';

/**
 * A tree as plain data that reads well in a test: unknown scalars as `?reason`, with a `!` if they are conditional;
 * aliases as `*name`; open collections with {@link ellipsis}.
 */
export function outline(node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'alias':
      return `*${node.name}`;
    case 'scalar':
      if (node.value.kind === 'known') return node.value.value;
      return `?${node.value.reason}${node.conditional === true ? '!' : ''}`;
    case 'map': {
      const entries = node.entries.map(({ key, value }) => [key.text, outline(value)] as const);
      return Object.fromEntries(node.open ? [...entries, [ellipsis, ellipsis]] : entries);
    }
    case 'sequence':
      return [...node.items.map(outline), ...(node.open ? [ellipsis] : [])];
  }
}

/** The outlines of all documents of a text. */
export function outlines(text: string): readonly unknown[] {
  return parseYaml(text).documents.map(({ root }) => outline(root));
}

/** The outline of the only document of a text. */
export function onlyOutline(text: string): unknown {
  const all = outlines(text);
  return all.length === 1 ? all[0] : all;
}
