import { t } from '@vscode/l10n';
import type { InlayHint, InlayHintLabelPart, Range } from 'vscode-languageserver';
import type { ValueHint } from '../features/value-hints.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { shownLocation } from './shown-location.ts';

/** Behind values that another layer overrules: what holds instead, with the way there. */
export function valueHintsOf(
  uri: string,
  range: Range,
  document: OpenDocument,
  documents: Documents,
): InlayHint[] {
  const { text, root } = document;
  if (!root.settings.inlayHints) return [];
  const [start, end] = [text.offsetAt(range.start), text.offsetAt(range.end)];
  return root.lint.inquiry.valueHints(uri, start, end).map((hint) => ({
    position: text.positionAt(hint.offset),
    label: labelOf(hint, document, documents),
    tooltip: t`${hint.key} is overruled here: another layer of the same install decides.`,
    paddingLeft: true,
  }));
}

function labelOf(
  { decisions, others }: ValueHint,
  { root }: OpenDocument,
  documents: Documents,
): InlayHintLabelPart[] {
  const parts = decisions.flatMap(({ text, at }, index): InlayHintLabelPart[] => [
    { value: index === 0 ? '← ' : ', ' },
    { value: text, location: shownLocation(at, root, documents) },
  ]);
  return others === 0 ? parts : [...parts, { value: t` and ${others} more` }];
}
