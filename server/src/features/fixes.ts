import { carrierNamed } from '../carriers/registry.ts';
import { applyEdits, explainRefusal, type Change, type TextEdit } from '../edits/edit.ts';
import type { Fix, FixStep } from '../rules/finding.ts';
import type { FileEdits, FixOutcome } from './mesh-lint.ts';

/**
 * The text edits of a whole fix. Steps in one file are made one after the other on its changed text and come out as one
 * list of edits of the text as it is now; if one step cannot be made, none is.
 */
export function editsOfFix(fix: Fix, readText: (uri: string) => string | undefined): FixOutcome {
  const files = new Map<string, { readonly before: string; after: string; edits: readonly TextEdit[] }>();
  for (const step of fix.steps) {
    const { uri, carrier, address } = step.layer;
    const before = files.get(uri)?.before ?? readText(uri);
    if (before === undefined) return { ok: false, reason: 'The file cannot be read any more.' };
    const text = files.get(uri)?.after ?? before;
    const result = carrierNamed(carrier).write(text, address, changeOf(step));
    if (!result.ok) return { ok: false, reason: explainRefusal(result.reason) };
    const after = applyEdits(text, result.edits);
    const isFirst = files.get(uri) === undefined;
    files.set(uri, { before, after, edits: isFirst ? result.edits : [wholeChange(before, after)] });
  }
  const changed: FileEdits[] = [...files].map(([uri, { edits }]) => ({ uri, edits }));
  return { ok: true, files: changed.filter(({ edits }) => edits.length > 0) };
}

function changeOf(step: FixStep): Change {
  switch (step.op) {
    case 'set':
      return {
        op: 'set',
        path: step.path,
        value: step.value,
        ...(step.near === undefined ? {} : { near: step.near }),
      };
    case 'rename':
      return { op: 'rename', from: step.from, to: step.to };
    case 'remove':
      return { op: 'remove', path: step.path };
  }
}

/** One edit that turns a text into another: what differs between their common beginning and their common end. */
function wholeChange(before: string, after: string): TextEdit {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
