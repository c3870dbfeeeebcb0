import { appendAt } from './append.ts';
import { type Addition, type Change, type EditBase, type EditResult, refused } from './edit.ts';
import { removeAt } from './remove.ts';
import { renameTo } from './rename.ts';
import { setAt } from './set.ts';
import { readSource, type Habits } from './source.ts';

/**
 * The edits that make one change in a YAML text and leave everything else as it is, byte for byte.
 *
 * New keys are written in the indentation, the line breaks and the quotes of their neighbours. Nothing is written
 * through an alias, a merge or a template. What the edits do is read back: if anything but the change comes of them,
 * they are refused. A change that is already made gives no edits.
 *
 * @param habits what to write where the text shows no habits of its own.
 */
export function editYaml(
  text: string,
  base: EditBase,
  change: Change | Addition,
  habits?: Habits,
): EditResult {
  const source = readSource(text, base, habits);
  if (typeof source === 'string') return refused(source);
  switch (change.op) {
    case 'set':
      return setAt(source, change.path, change.value, change.near);
    case 'rename':
      return renameTo(source, change.from, change.to);
    case 'remove':
      return removeAt(source, change.path, change.prune ?? false);
    case 'append':
      return appendAt(source, change.path, change.item);
  }
}
