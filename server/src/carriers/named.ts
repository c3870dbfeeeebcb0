import type { Named } from '../facts/deployment.ts';
import { knownText, nodeAt, resolve } from '../yaml/navigate.ts';
import type { KeyPath, YamlNode } from '../yaml/node.ts';

/** The text at a path, or that only another tool knows it; nothing where the file has none there. */
export function namedAt(root: YamlNode | undefined, path: KeyPath): Named | undefined {
  const node = nodeAt(root, path);
  if (node === 'absent') return undefined;
  const resolved = node === 'unknown' ? undefined : resolve(node);
  const text = knownText(resolved);
  if (text !== undefined && node !== 'unknown') return { kind: 'text', text, span: node.span };
  if (resolved?.kind === 'scalar' && resolved.value.kind === 'known') return undefined;
  return { kind: 'unknown', span: resolved?.span ?? root?.span ?? { start: 0, end: 0 } };
}
