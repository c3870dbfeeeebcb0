import { t } from '@vscode/l10n';
import { offersAt } from '../features/code-actions.ts';
import { withSeverities } from '../features/diagnostics.ts';
import { fixDocument } from '../features/fix-document.ts';
import type { FileEdits, FixOutcome } from '../features/mesh-lint.ts';
import { suppressionScopes, type SuppressionScope } from '../features/suppress.ts';
import { ruleNames, type RuleName } from '../rules/names.ts';
import type { Finding } from '../rules/finding.ts';
import type { ClientFeatures } from './client-features.ts';
import type { OpenDocument } from './documents.ts';
import { madeEdit, type MadeEdit } from './made-edit.ts';
import type { Reports } from './reports.ts';
import type { Root, Roots } from './roots.ts';
import { fieldsOf } from './settings.ts';
import { commentEdit, configurationEdit } from './suppression-edits.ts';
import type { TextOf } from './texts.ts';

/** What an action is to do; it goes to the client and comes back when the user has chosen it. The URI is canonical. */
export type Ask =
  | { readonly kind: 'fix'; readonly uri: string; readonly key: string }
  | { readonly kind: 'fix-all'; readonly uri: string }
  | {
      readonly kind: 'fix-in-file' | 'fix-in-workspace' | 'configure';
      readonly uri: string;
      readonly rule: RuleName;
    }
  | {
      readonly kind: 'suppress';
      readonly uri: string;
      readonly rule: RuleName;
      readonly scope: SuppressionScope;
      readonly offset: number;
    };

/** Makes what an action asks for, from the document that it was offered in. */
export type ActionMaker = (ask: Ask, document: OpenDocument) => MadeEdit;

/** Makes the edits of actions: of what has been offered, with the texts as they are now. */
export function createActionMaker(
  roots: Roots,
  reports: Reports,
  client: ClientFeatures,
  textOf: TextOf,
): ActionMaker {
  const readText = (uri: string): string | undefined => textOf(uri)?.text;

  const toEdit = (outcome: FixOutcome, label?: string): MadeEdit => madeEdit(outcome, client, textOf, label);

  /** All preferred fixes of one file, those of one rule or of every one. */
  const fixesIn = (root: Root, uri: string, text: string, rule?: RuleName): FileEdits => {
    const wanted = (findings: readonly Finding[]): readonly Finding[] =>
      withSeverities(findings, root.settings.severity).filter(
        (finding) => rule === undefined || finding.rule === rule,
      );
    return { uri, edits: fixDocument(root.lint, uri, text, readText, wanted) };
  };

  const fixesEverywhere = (rule: RuleName): FixOutcome => {
    const files = new Set(
      reports.allFindings().flatMap((finding) => (finding.rule === rule ? finding.at.uri : [])),
    );
    const edits = [...files].flatMap((uri) => {
      const root = roots.of(uri);
      const text = readText(uri);
      return root === undefined || text === undefined ? [] : [fixesIn(root, uri, text, rule)];
    });
    return { ok: true, files: edits.filter((file) => file.edits.length > 0) };
  };

  return (ask, document) => {
    const { root, text } = document;
    switch (ask.kind) {
      case 'fix': {
        const offer = offersAt(reports.findings(ask.uri), 0, Infinity).find(({ key }) => key === ask.key);
        if (offer === undefined)
          return { ok: false, reason: t('The finding is gone; there is nothing left to fix.') };
        return toEdit(root.lint.editsOf(offer.fix, readText));
      }
      case 'fix-all':
        return toEdit({ ok: true, files: [fixesIn(root, ask.uri, text.getText())] });
      case 'fix-in-file':
        return toEdit({ ok: true, files: [fixesIn(root, ask.uri, text.getText(), ask.rule)] });
      case 'fix-in-workspace':
        return toEdit(fixesEverywhere(ask.rule), t`Fix all ${ask.rule}`);
      case 'suppress':
        return commentEdit(ask, ask, document, client, textOf);
      case 'configure':
        return configurationEdit(ask, root, client, textOf);
    }
  };
}

/** Reads what a client sent back; undefined for what no action of ours carries. */
export function askFrom(data: unknown): Ask | undefined {
  const fields = fieldsOf(data);
  const [kind, uri, key, scope, offset] = ['kind', 'uri', 'key', 'scope', 'offset'].map((name) =>
    fields.get(name),
  );
  const rule = ruleNames.find((name) => name === fields.get('rule'));
  if (typeof uri !== 'string') return undefined;
  switch (kind) {
    case 'fix':
      return typeof key === 'string' ? { kind, uri, key } : undefined;
    case 'fix-all':
      return { kind, uri };
    case 'fix-in-file':
    case 'fix-in-workspace':
    case 'configure':
      return rule === undefined ? undefined : { kind, uri, rule };
    case 'suppress': {
      const known = suppressionScopes.find((name) => name === scope);
      return rule === undefined || typeof offset !== 'number' || known === undefined
        ? undefined
        : { kind, uri, rule, scope: known, offset };
    }
    default:
      return undefined;
  }
}
