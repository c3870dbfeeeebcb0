import { t } from '@vscode/l10n';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { workspaceEditOf } from '../features/code-actions.ts';
import type { FixOutcome } from '../features/mesh-lint.ts';
import type { ClientFeatures } from './client-features.ts';
import type { TextOf } from './texts.ts';

/** An edit for the texts as they are now, or why there is none. */
export type MadeEdit =
  { readonly ok: true; readonly edit: WorkspaceEdit } | { readonly ok: false; readonly reason: string };

/**
 * What the engine made, as the client takes it.
 *
 * @param label where the client is to show the edits before it makes them: what they are for
 */
export function madeEdit(
  outcome: FixOutcome,
  client: ClientFeatures,
  textOf: TextOf,
  label?: string,
): MadeEdit {
  if (!outcome.ok) return outcome;
  const targetOf = (uri: string) => textOf(uri)?.target;
  const preview =
    label === undefined
      ? undefined
      : ({ label, askedBy: client.untickedIfAsking ? 'nothing' : 'edits' } as const);
  const edit = workspaceEditOf(outcome.files, targetOf, client.versionedEdits, preview);
  return edit === undefined
    ? { ok: false, reason: t('A file of the fix cannot be read any more.') }
    : { ok: true, edit };
}
