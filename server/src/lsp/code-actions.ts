import { t } from '@vscode/l10n';
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import {
  fixAllAction,
  fixAllKind,
  offersAt,
  quickFix,
  quickFixKind,
  ruleOffers,
  wantsKind,
} from '../features/code-actions.ts';
import { askFrom, type ActionMaker, type Ask } from './action-edits.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Reports } from './reports.ts';
import type { TextOf, Texts } from './texts.ts';
import { canonicalUri } from './uris.ts';

/** The lightbulb: a quick fix for every fix of a finding, all fixes at once, and comments that suppress a rule. */
export interface CodeActions {
  readonly provide: (params: CodeActionParams) => Promise<CodeAction[]>;
  /** Fills in the edit of an action, made for the texts as they are now. */
  readonly resolve: (action: CodeAction) => Promise<CodeAction>;
}

/** The command of the client that opens the page of a rule. */
const explainCommand = 'ciliumMeshLint.explainRule';

/**
 * @param makerOf makes edits of the texts that it is given
 * @param explain tells the user why an action that was offered has no edit
 */
export function createCodeActions(
  documents: Documents,
  reports: Reports,
  client: ClientFeatures,
  texts: Texts,
  makerOf: (textOf: TextOf) => ActionMaker,
  explain: (reason: string) => void,
): CodeActions {
  return {
    provide: (params) =>
      texts.with((textOf) => createOffers(documents, reports, client, makerOf(textOf))(params)),

    resolve: async (action) => {
      const ask = askFrom(action.data);
      if (ask === undefined) return action;
      const made = await texts.with((textOf) => {
        documents.flush();
        const document = documents.get(ask.uri);
        return document && makerOf(textOf)(ask, document);
      });
      if (made?.ok === true) return { ...action, edit: made.edit };
      if (made !== undefined) explain(made.reason);
      return action;
    },
  };
}

/** What the lightbulb holds for a place, with the edits of those that cannot be asked for them later. */
function createOffers(
  documents: Documents,
  reports: Reports,
  client: ClientFeatures,
  edits: ActionMaker,
): (params: CodeActionParams) => CodeAction[] {
  /** With its edit or, where the client can ask for that later, with what it takes to make it then. */
  const completed = (action: CodeAction, ask: Ask, document: OpenDocument): CodeAction[] => {
    if (client.lateEdits) return [{ ...action, data: ask }];
    const made = edits(ask, document);
    return made.ok ? [{ ...action, edit: made.edit }] : [];
  };

  const fixesAt = (uri: string, document: OpenDocument, start: number, end: number): CodeAction[] =>
    offersAt(reports.findings(uri), start, end).flatMap((offer) => {
      const diagnostics = reports.diagnostics(uri, offer.findings);
      const action = quickFix(offer, diagnostics, client.preferredActions);
      return completed(action, { kind: 'fix', uri, key: offer.key }, document);
    });

  const aboutRules = (uri: string, document: OpenDocument, start: number, end: number): CodeAction[] => {
    const offers = ruleOffers(reports.allFindings(), uri, start, end);
    const actions = offers.flatMap((offer) => {
      if (offer.kind === 'fix-in-workspace' && !client.annotatedEdits) return [];
      // A comment that cannot stand there is not offered at all.
      const ask: Ask = { ...offer, uri };
      if (offer.kind === 'suppress' && !edits(ask, document).ok) return [];
      return completed({ title: offer.title, kind: quickFixKind }, ask, document);
    });
    if (!client.commands.has(explainCommand)) return actions;
    const rules = [...new Set(offers.map(({ rule }) => rule))];
    const explanations = rules.map((rule): CodeAction => {
      const title = t`Explain ${rule}`;
      return { title, kind: quickFixKind, command: { title, command: explainCommand, arguments: [rule] } };
    });
    return [...actions, ...explanations];
  };

  return ({ textDocument, range, context: { only } }) => {
    const uri = canonicalUri(textDocument.uri);
    documents.flush();
    const document = documents.get(uri);
    if (document === undefined || !client.literalCodeActions) return [];
    const actions: CodeAction[] = [];
    if (wantsKind(only, quickFixKind)) {
      const [start, end] = [document.text.offsetAt(range.start), document.text.offsetAt(range.end)];
      actions.push(...fixesAt(uri, document, start, end), ...aboutRules(uri, document, start, end));
    }
    const isFixable = reports.findings(uri).some(({ fixes }) => fixes.some(({ preferred }) => preferred));
    if (only !== undefined && wantsKind(only, fixAllKind) && isFixable) {
      actions.push(...completed(fixAllAction(), { kind: 'fix-all', uri }, document));
    }
    return actions;
  };
}
