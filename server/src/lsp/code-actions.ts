import { t } from '@vscode/l10n';
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import {
  fixAllAction,
  fixAllKind,
  isDrawn,
  offersAt,
  quickFix,
  quickFixKind,
  ruleOffers,
  wantsKind,
} from '../features/code-actions.ts';
import { askFrom, type ActionMaker, type Ask } from './action-edits.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { trafficCommand } from './lenses.ts';
import type { Reports } from './reports.ts';
import { configurationFor } from './suppression-edits.ts';
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
/** The command of the client that opens a configuration where a reason is to be filled in. */
const openCommand = 'ciliumMeshLint.openConfiguration';

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

  /** Something that a client shows, if it can. */
  const commandAction = (title: string, command: string, args: readonly string[]): CodeAction[] =>
    client.commands.has(command)
      ? [{ title, kind: quickFixKind, command: { title, command, arguments: [...args] } }]
      : [];

  /** The edit is made in a file that the user does not see: it is shown, for the reason to be written. */
  const openingConfiguration = (
    uri: string,
    title: string,
    { root }: OpenDocument,
  ): Pick<CodeAction, 'command'> =>
    client.commands.has(openCommand)
      ? { command: { title, command: openCommand, arguments: [configurationFor(uri, root), t('reason')] } }
      : {};

  const aboutRules = (uri: string, document: OpenDocument, start: number, end: number): CodeAction[] => {
    const offers = ruleOffers(reports.allFindings(), uri, start, end);
    const actions = offers.flatMap((offer) => {
      if (offer.kind === 'fix-in-workspace' && !client.annotatedEdits) return [];
      // A comment that cannot stand there is not offered at all, nor is a configuration that cannot be written.
      const ask: Ask = { ...offer, uri };
      if ((offer.kind === 'suppress' || offer.kind === 'configure') && !edits(ask, document).ok) return [];
      const then = offer.kind === 'configure' ? openingConfiguration(uri, offer.title, document) : {};
      return completed({ title: offer.title, kind: quickFixKind, ...then }, ask, document);
    });
    const rules = [...new Set(offers.map(({ rule }) => rule))];
    return [
      ...actions,
      ...(rules.some(isDrawn) ? commandAction(t('Show how calls travel'), trafficCommand, []) : []),
      ...rules.flatMap((rule) => commandAction(t`Explain ${rule}`, explainCommand, [rule])),
    ];
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
