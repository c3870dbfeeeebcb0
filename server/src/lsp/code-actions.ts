import type { CodeAction, CodeActionParams, WorkspaceEdit } from 'vscode-languageserver/node';
import {
  fixAllAction,
  fixAllKind,
  offersAt,
  quickFix,
  quickFixKind,
  wantsKind,
  workspaceEditOf,
} from '../features/code-actions.ts';
import { withSeverities } from '../features/diagnostics.ts';
import { fixDocument } from '../features/fix-document.ts';
import type { FixOutcome } from '../features/mesh-lint.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Reports } from './reports.ts';
import { fieldsOf } from './settings.ts';
import { currentText } from './texts.ts';
import { canonicalUri } from './uris.ts';

/** The lightbulb: a quick fix for every fix of a finding, and an action for all fixes of a file. */
export interface CodeActions {
  readonly provide: (params: CodeActionParams) => CodeAction[];
  /** Fills in the edit of an action, made for the texts as they are now. */
  readonly resolve: (action: CodeAction) => CodeAction;
}

/** @param explain tells the user why an action that was offered has no edit */
export function createCodeActions(
  documents: Documents,
  reports: Reports,
  client: ClientFeatures,
  explain: (reason: string) => void,
): CodeActions {
  const readText = (uri: string): string | undefined => currentText(documents, uri)?.text;

  const toEdit = (outcome: FixOutcome): Edit => {
    if (!outcome.ok) return outcome;
    const edit = workspaceEditOf(
      outcome.files,
      (uri) => currentText(documents, uri)?.target,
      client.versionedEdits,
    );
    return edit === undefined
      ? { ok: false, reason: 'A file of the fix cannot be read any more.' }
      : { ok: true, edit };
  };

  const fixAll = (uri: string, { root, text }: OpenDocument): FixOutcome => {
    const edits = fixDocument(root.lint, uri, text.getText(), readText, (findings) =>
      withSeverities(findings, root.settings.severity),
    );
    return { ok: true, files: [{ uri, edits }] };
  };

  const editFor = (uri: string, document: OpenDocument, fix: string): Edit => {
    if (fix === allFixes) return toEdit(fixAll(uri, document));
    const offer = offersAt(reports.findings(uri), 0, Infinity).find(({ key }) => key === fix);
    if (offer === undefined)
      return { ok: false, reason: 'The finding is gone; there is nothing left to fix.' };
    return toEdit(document.root.lint.editsOf(offer.fix, readText));
  };

  /** With its edit or, where the client can ask for that later, with what it takes to make it then. */
  const completed = (action: CodeAction, uri: string, document: OpenDocument, fix: string): CodeAction[] => {
    const data: ActionData = { uri, fix };
    if (client.lateEdits) return [{ ...action, data }];
    const made = editFor(uri, document, fix);
    return made.ok ? [{ ...action, edit: made.edit }] : [];
  };

  return {
    provide: ({ textDocument, range, context: { only } }) => {
      const uri = canonicalUri(textDocument.uri);
      documents.flush();
      const document = documents.get(uri);
      if (document === undefined || !client.literalCodeActions) return [];
      const findings = reports.findings(uri);
      const actions: CodeAction[] = [];
      if (wantsKind(only, quickFixKind)) {
        const { text } = document;
        for (const offer of offersAt(findings, text.offsetAt(range.start), text.offsetAt(range.end))) {
          const action = quickFix(offer, reports.diagnostics(uri, offer.findings), client.preferredActions);
          actions.push(...completed(action, uri, document, offer.key));
        }
      }
      const isFixable = findings.some(({ fixes }) => fixes.some(({ preferred }) => preferred));
      if (only !== undefined && wantsKind(only, fixAllKind) && isFixable) {
        actions.push(...completed(fixAllAction(), uri, document, allFixes));
      }
      return actions;
    },

    resolve: (action) => {
      const { uri, fix } = actionDataFrom(action.data);
      documents.flush();
      const document = documents.get(uri);
      if (document === undefined) return action;
      const made = editFor(uri, document, fix);
      if (made.ok) return { ...action, edit: made.edit };
      explain(made.reason);
      return action;
    },
  };
}

type Edit =
  { readonly ok: true; readonly edit: WorkspaceEdit } | { readonly ok: false; readonly reason: string };

/** What an action carries to its resolving. */
interface ActionData {
  /** Canonical. */
  readonly uri: string;
  /** The key of an offer, or `allFixes`. */
  readonly fix: string;
}

const allFixes = 'all';

function actionDataFrom(value: unknown): ActionData {
  const fields = fieldsOf(value);
  return { uri: String(fields.get('uri')), fix: String(fields.get('fix')) };
}
