import { nodeAt, resolve } from '../yaml/navigate.ts';
import type { KeyPath, Scalar, YamlNode } from '../yaml/node.ts';
import { checkedEdits } from './check.ts';
import { sameExcept } from './compare.ts';
import { refused, type EditResult, type RefusalReason, type TextEdit } from './edit.ts';
import { insertAt } from './insert.ts';
import { scalarValue } from './new-value.ts';
import { quotingFor, replaceValue } from './replace.ts';
import { isShared, type Source } from './source.ts';
import { findTarget, type MissingTarget } from './target.ts';

/** Sets a scalar, below maps that are made where they are missing. Paths count from the base of the source. */
export function setAt(source: Source, path: KeyPath, value: Scalar, near: KeyPath | undefined): EditResult {
  if (typeof value === 'number' && !Number.isFinite(value)) return refused('not-writable');
  const full = [...source.base, ...path];
  const target = findTarget(source, full);
  if (target.kind === 'refused') return refused(target.reason);
  const isEntry = target.kind === 'entry';
  const old = isEntry ? target.entry.value : undefined;
  const reason = old && whyNotReplace(old);
  if (reason !== undefined) return refused(reason);
  if (old !== undefined && holds(old, value)) return { ok: true, edits: [] };
  if (isShared(source.document, old === undefined ? target.trail : [...target.trail, old])) {
    return refused('shared-anchor');
  }
  const edits = isEntry
    ? replaceValue(source, target.map, target.entry, value)
    : insertScalar(source, target, value, relatedKey(full, target.rest, near && [...source.base, ...near]));
  return checkedEdits(source.text, source.document.index, edits, (before, after) => {
    const written = nodeAt(after, full);
    return sameExcept(before, after, [full]) && typeof written !== 'string' && holds(written, value);
  });
}

function insertScalar(
  source: Source,
  target: MissingTarget,
  value: Scalar,
  near: string | undefined,
): readonly TextEdit[] | undefined {
  const isBesideOthers = target.kind === 'in-map' && target.rest.length === 1;
  const quoting = isBesideOthers ? quotingFor(target.map, undefined) : 'plain';
  return insertAt(source, target, scalarValue(value, quoting), near);
}

function whyNotReplace(value: YamlNode): RefusalReason | undefined {
  if (value.kind === 'map' || value.kind === 'sequence') return 'not-a-scalar';
  if (value.kind === 'alias' || value.value.kind === 'known') return undefined;
  return value.value.reason === 'template' ? 'written-by-template' : 'unknown-value';
}

function holds(node: YamlNode, value: Scalar): boolean {
  const resolved = resolve(node);
  return resolved?.kind === 'scalar' && resolved.value.kind === 'known' && resolved.value.value === value;
}

/**
 * The last key of a related path, if it stands in the very map that gets the first of the missing keys.
 *
 * @param missing the keys at the end of `path` that are not there yet.
 */
export function relatedKey(
  path: KeyPath,
  missing: KeyPath,
  related: KeyPath | undefined,
): string | undefined {
  const holder = path.slice(0, path.length - missing.length);
  if (related === undefined || related.length <= holder.length) return undefined;
  return holder.every((key, index) => related[index] === key) ? related[holder.length] : undefined;
}
