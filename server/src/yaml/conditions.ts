import type { MapNode, ScalarNode, SequenceNode, Span, YamlDocument, YamlNode } from './node.ts';
import { rebuild } from './rebuild.ts';
import type { Fragment, MaskedText } from './mask.ts';
import { firstEndingBehind, firstIndex } from './search.ts';
import { lineStart } from './trivia.ts';

/**
 * Says of a tree that was read without its templates what they leave unknown: scalars that a template writes or
 * that stand under a condition, and collections to which a template may add.
 *
 * @param source the text with its templates.
 */
export function markTemplates(document: YamlDocument, source: string, mask: MaskedText): YamlDocument {
  const fragments = fragmentsIn(mask.fragments, document.span);
  const { root } = document;
  if (root === undefined)
    return fragments.length === 0 ? document : { ...document, root: written(document.span) };

  const additions = new Set<YamlNode>();
  for (const fragment of fragments) markFragment(root, fragment, mask.text, additions);

  const isConditional = (offset: number): boolean => {
    const region = firstEndingBehind(mask.conditional, offset);
    return region !== undefined && region.start < offset;
  };
  const isTemplated = ({ start, end }: Span): boolean => {
    const template = firstEndingBehind(mask.templates, start);
    return template !== undefined && template.start < Math.max(end, start + 1);
  };

  const open = (node: MapNode | SequenceNode): boolean =>
    node.open ||
    additions.has(node) ||
    isConditional(node.span.start) ||
    (node.kind === 'map'
      ? node.entries.some(({ key }) => isConditional(key.span.start) || isTemplated(key.span))
      : node.items.some(({ span }) => isConditional(span.start)));

  const scalar = (node: ScalarNode): ScalarNode => {
    const conditional = isConditional(node.span.start);
    const templated = isTemplated(node.span);
    if (!conditional && !templated && !additions.has(node)) return node;
    return {
      ...node,
      ...(templated ? { text: sourceOf(node, source) } : {}),
      value: { kind: 'unknown', reason: 'template' },
      ...(conditional ? { conditional: true } : {}),
    };
  };

  return { ...document, root: rebuild(root, { scalar, open }) };
}

/** The text of a scalar as written, without quotes and without the header of a block scalar. */
function sourceOf({ style, span }: ScalarNode, source: string): string {
  const text = source.slice(span.start, span.end);
  switch (style) {
    case 'plain':
      return text;
    case 'single':
    case 'double':
      return text.slice(1, -1);
    case 'literal':
    case 'folded':
      return text.replace(/^.*(?:\r\n|\r|\n|$)/, '');
  }
}

/** A document of which a template writes everything. */
function written(span: Span): ScalarNode {
  const start = span.end;
  return {
    kind: 'scalar',
    span: { start, end: start },
    style: 'plain',
    text: '',
    value: { kind: 'unknown', reason: 'template' },
  };
}

/**
 * Finds what a fragment adds to: down from the root, always into the last member before the fragment, until the
 * members stand as far to the right as the fragment's text.
 */
function markFragment(root: YamlNode, fragment: Fragment, text: string, additions: Set<YamlNode>): void {
  let node: YamlNode | undefined = root;
  while (node !== undefined && node.kind !== 'alias') {
    const column = node.span.start - lineStart(text, node.span.start);
    if (node.kind === 'scalar' || node.style === 'flow') {
      additions.add(node);
      return;
    }
    if (column >= fragment.column) {
      additions.add(node);
      addSequenceBelow(node, column, fragment.offset, text, additions);
      return;
    }
    node = lastMemberBefore(node, fragment.offset);
  }
}

/** A list may stand in the column of the key that holds it: then the fragment may add to either. */
function addSequenceBelow(
  node: MapNode | SequenceNode,
  column: number,
  offset: number,
  text: string,
  additions: Set<YamlNode>,
): void {
  const member = node.kind === 'map' ? lastMemberBefore(node, offset) : undefined;
  if (member?.kind === 'sequence' && member.span.start - lineStart(text, member.span.start) === column) {
    additions.add(member);
  }
}

/** The fragments that stand in a document. */
function fragmentsIn(fragments: readonly Fragment[], { start, end }: Span): readonly Fragment[] {
  const first = firstIndex(fragments.length, (index) => (fragments[index]?.offset ?? Infinity) >= start);
  const behind = firstIndex(fragments.length, (index) => (fragments[index]?.offset ?? Infinity) > end);
  return fragments.slice(first, behind);
}

function lastMemberBefore(node: MapNode | SequenceNode, offset: number): YamlNode | undefined {
  if (node.kind === 'sequence') {
    const { items } = node;
    return items[firstIndex(items.length, (index) => (items[index]?.span.start ?? 0) > offset) - 1];
  }
  const { entries } = node;
  return entries[firstIndex(entries.length, (index) => (entries[index]?.key.span.start ?? 0) > offset) - 1]
    ?.value;
}
