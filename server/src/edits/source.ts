import { maskTemplates, type MaskedText } from '../yaml/mask.ts';
import type { KeyPath, YamlDocument, YamlNode } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { EditBase, RefusalReason } from './edit.ts';

/** A text that is to be edited, and the document in it. */
export interface Source {
  readonly text: string;
  readonly document: YamlDocument;
  readonly base: KeyPath;
  /** The text as YAML: what its templates leave. As long as the text. */
  readonly yaml: string;
  readonly mask: MaskedText | undefined;
  /** What to write where the place of an edit shows no habits. */
  readonly habits: Habits;
}

/** How an author writes YAML. */
export interface Habits {
  readonly lineBreak: string;
  /** The width of one step of indentation. */
  readonly step: number;
}

const commonHabits: Habits = { lineBreak: '\n', step: 2 };

/** Reads a text for an edit, or says why it cannot be edited. */
export function readSource(text: string, base: EditBase, habits?: Habits): Source | RefusalReason {
  const document = parseYaml(text).documents[base.document];
  if (document === undefined) return 'gone';
  if (document.problems.length > 0) return 'not-readable';
  const mask = maskTemplates(text);
  const firstBreak = /\r\n|\n|\r/.exec(text)?.[0];
  return {
    text,
    document,
    base: base.base,
    yaml: mask?.text ?? text,
    mask,
    habits: { ...(habits ?? commonHabits), ...(firstBreak === undefined ? {} : { lineBreak: firstBreak }) },
  };
}

/** Whether another place of the document uses the node, or a node on the way to it, by its anchor. */
export function isShared(document: YamlDocument, nodes: readonly YamlNode[]): boolean {
  if (document.root === undefined || nodes.every((node) => node.anchor === undefined)) return false;
  const used = new Set<YamlNode>();
  collectTargets(document.root, used);
  return nodes.some((node) => used.has(node));
}

function collectTargets(node: YamlNode, into: Set<YamlNode>): void {
  switch (node.kind) {
    case 'alias':
      if (node.target !== undefined) into.add(node.target);
      break;
    case 'map':
      for (const { value } of node.entries) collectTargets(value, into);
      break;
    case 'sequence':
      for (const item of node.items) collectTargets(item, into);
      break;
    case 'scalar':
      break;
  }
}
