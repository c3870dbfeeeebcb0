import { t } from '@vscode/l10n';
import { carrierNamed } from '../carriers/registry.ts';
import { writeAt, writeManifest } from '../carriers/write-at.ts';
import { appendDocument } from '../edits/append-document.ts';
import { removeComment } from '../edits/comment-lines.ts';
import {
  applyEdits,
  composeEdits,
  explainRefusal,
  type Change,
  type EditResult,
  type TextEdit,
} from '../edits/edit.ts';
import type { Fix, FixStep } from '../rules/finding.ts';
import { suppressionMark } from '../source/suppressions.ts';
import type { FileEdits, FixOutcome } from './mesh-lint.ts';

/**
 * The text edits of a whole fix. Steps in one file are made one after the other on its changed text and come out as one
 * list of edits of the text as it is now; if one step cannot be made, none is.
 */
export function editsOfFix(fix: Fix, readText: (uri: string) => string | undefined): FixOutcome {
  const files = new Map<string, { readonly before: string; readonly edits: readonly TextEdit[] }>();
  for (const step of fix.steps) {
    const uri = fileOf(step);
    const before = files.get(uri)?.before ?? readText(uri);
    if (before === undefined) return { ok: false, reason: t('The file cannot be read any more.') };
    const earlier = files.get(uri)?.edits ?? [];
    const result = editsOfStep(step, applyEdits(before, earlier));
    if (!result.ok) return { ok: false, reason: explainRefusal(result.reason) };
    files.set(uri, { before, edits: composeEdits(before, earlier, result.edits) });
  }
  const changed: FileEdits[] = [...files].map(([uri, { edits }]) => ({ uri, edits }));
  return { ok: true, files: changed.filter(({ edits }) => edits.length > 0) };
}

/** The file that a step changes. */
export function fileOf(step: FixStep): string {
  return 'uri' in step ? step.uri : step.layer.uri;
}

function editsOfStep(step: FixStep, text: string): EditResult {
  if (step.op === 'append-document') return appendDocument(text, step.text);
  if (step.op === 'remove-comment')
    return removeComment(text, step.span, (comment) => comment.includes(suppressionMark));
  const { carrier, address } = step.layer;
  if (step.op === 'append') {
    return writeManifest(text, address, { op: 'append', path: step.path, item: step.item });
  }
  return carrier === 'manifest'
    ? writeManifest(text, address, changeOf(step))
    : writeAt(carrierNamed(carrier), text, address, changeOf(step));
}

function changeOf(step: Exclude<FixStep, { op: 'append' | 'append-document' | 'remove-comment' }>): Change {
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
