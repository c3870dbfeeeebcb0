import { t } from '@vscode/l10n';
import type {
  CodeAction,
  CreateFile,
  Diagnostic,
  TextDocumentEdit,
  TextEdit as LspTextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding, Fix } from '../rules/finding.ts';
import type { RuleName } from '../rules/names.ts';
import type { Position } from '../workspace/positions.ts';
import type { FileEdits } from './mesh-lint.ts';
import { configurationName } from './suppress-in-configuration.ts';
import type { SuppressionScope } from './suppress.ts';

/** The kind of all single fixes, as the protocol calls it. */
export const quickFixKind = 'quickfix';
/** Editors ask for this one on saving, where the user says so. */
export const fixAllKind = 'source.fixAll.ciliumMeshLint';

const annotationId = 'cilium-mesh-lint';
const askingId = 'cilium-mesh-lint-ask';

/** How an editor lets the user look at edits before it makes them. */
export interface Preview {
  /** What the edits are for. */
  readonly label: string;
  /**
   * What asks for the preview. VS Code leaves unticked whatever does, so that confirming the preview makes none of the `edits`;
   * there something else asks that does nothing (`nothing`), and the edits are ticked. By the protocol, the edits ask themselves.
   */
  readonly askedBy: 'edits' | 'nothing';
}

/** One fix, and the findings that it mends: two findings may ask for the same one. */
export interface FixOffer {
  /** The same for the same fix, also after edits elsewhere in the file. */
  readonly key: string;
  readonly fix: Fix;
  readonly findings: readonly Finding[];
}

/** A file as edits need it: where offsets are, and which version of the open document they count in. */
export interface EditTarget {
  /** As the editor writes it. */
  readonly uri: string;
  readonly version: number | null;
  readonly positionAt: (offset: number) => Position;
}

/** The fixes of the findings that touch a range of their file, each once, preferred ones first. Offsets, end included. */
export function offersAt(findings: readonly Finding[], start: number, end: number): readonly FixOffer[] {
  const offers = new Map<string, { readonly key: string; readonly fix: Fix; readonly findings: Finding[] }>();
  for (const finding of findings) {
    if (finding.at.span.start > end || finding.at.span.end < start) continue;
    for (const fix of finding.fixes) {
      const key = JSON.stringify([fix.title, fix.steps]);
      const offer = offers.get(key) ?? { key, fix, findings: [] };
      offer.findings.push(finding);
      offers.set(key, offer);
    }
  }
  return [...offers.values()].sort((left, right) => Number(right.fix.preferred) - Number(left.fix.preferred));
}

/** Whether an editor that asks for these kinds of action wants one of this kind. Kinds form a tree: `source.fixAll`. */
export function wantsKind(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}

/** A quick fix without its edit. */
export function quickFix(offer: FixOffer, diagnostics: Diagnostic[], showsPreferred: boolean): CodeAction {
  return {
    title: offer.fix.title,
    kind: quickFixKind,
    diagnostics,
    ...(showsPreferred && offer.fix.preferred ? { isPreferred: true } : {}),
  };
}

/** The action that makes all preferred fixes of a file, without its edit. */
export function fixAllAction(): CodeAction {
  return { title: t('Fix all Cilium Mesh Lint findings of this file'), kind: fixAllKind };
}

/** Something about a rule that the lightbulb offers beside the fixes. */
export type RuleOffer =
  | { readonly kind: 'fix-in-file' | 'fix-in-workspace'; readonly rule: RuleName; readonly title: string }
  | {
      readonly kind: 'suppress';
      readonly rule: RuleName;
      readonly title: string;
      readonly scope: SuppressionScope;
      readonly offset: number;
    }
  | { readonly kind: 'configure'; readonly rule: RuleName; readonly title: string };

/**
 * What can be done about the rules of the findings that touch a range, beside their fixes: all fixes of the rule in the file
 * and in the workspace, where there are several, and comments or an entry of the configuration that suppress it.
 *
 * @param all the findings of all files
 */
export function ruleOffers(
  all: readonly Finding[],
  uri: string,
  start: number,
  end: number,
): readonly RuleOffer[] {
  const here = all.filter(({ at }) => at.uri === uri && at.span.start <= end && at.span.end >= start);
  const first = new Map(here.toReversed().map((finding) => [finding.rule, finding]));
  return [...first.values()].reverse().flatMap(({ rule, at }) => {
    const fixable = all.filter((finding) => finding.rule === rule && hasPreferredFix(finding));
    const inFile = fixable.filter((finding) => finding.at.uri === uri);
    const elsewhere = fixable.length > inFile.length;
    const offset = at.span.start;
    return [
      ...(inFile.length > 1
        ? [{ kind: 'fix-in-file', rule, title: t`Fix all ${rule} in this file` } as const]
        : []),
      ...(inFile.length > 0 && elsewhere
        ? [{ kind: 'fix-in-workspace', rule, title: t`Fix all ${rule} in the workspace` } as const]
        : []),
      {
        kind: 'suppress',
        rule,
        scope: 'next-line',
        offset,
        title: t`Suppress ${rule} on this line`,
      } as const,
      { kind: 'suppress', rule, scope: 'file', offset, title: t`Suppress ${rule} in this file` } as const,
      { kind: 'configure', rule, title: t`Suppress ${rule} for this file in ${configurationName}` } as const,
    ];
  });
}

/** Rules about what the pictures of traffic paths show. */
const drawn: ReadonlySet<RuleName> = new Set<RuleName>([
  'socket-lb-bypasses-mesh',
  'socket-lb-disabled-has-no-effect',
  'host-namespace-only-has-no-effect',
  'gateway-lost-with-host-namespace-only',
]);

/** Whether the pictures of how calls travel show what a rule is about. */
export function isDrawn(rule: RuleName): boolean {
  return drawn.has(rule);
}

function hasPreferredFix({ fixes }: Finding): boolean {
  return fixes.some(({ preferred }) => preferred);
}

/**
 * Edits as an editor takes them.
 * @param versioned whether the editor can tell by the version that a document has changed meanwhile, and refuse
 * @param preview where the editor is to show the edits before it makes them
 */
export function workspaceEditOf(
  files: readonly FileEdits[],
  targetOf: (uri: string) => EditTarget | undefined,
  versioned: boolean,
  preview?: Preview,
): WorkspaceEdit | undefined {
  const changed: { readonly target: EditTarget; readonly edits: LspTextEdit[] }[] = [];
  for (const { uri, edits } of files) {
    const target = targetOf(uri);
    if (target === undefined) return undefined;
    const { positionAt } = target;
    changed.push({
      target,
      edits: edits.map(({ span, newText }) => ({
        range: { start: positionAt(span.start), end: positionAt(span.end) },
        newText,
      })),
    });
  }
  if (!versioned)
    return { changes: Object.fromEntries(changed.map(({ target, edits }) => [target.uri, edits])) };
  const documentChanges = changed.map(({ target: { uri, version }, edits }) => ({
    textDocument: { uri, version },
    edits: preview === undefined ? edits : edits.map((edit) => ({ ...edit, annotationId })),
  }));
  return preview === undefined ? { documentChanges } : withPreview(documentChanges, preview);
}

function withPreview(
  edits: readonly TextDocumentEdit[],
  { label, askedBy }: Preview,
): Pick<WorkspaceEdit, 'documentChanges' | 'changeAnnotations'> {
  const asking = { label, needsConfirmation: true };
  const first = edits.find(({ textDocument }) => !textDocument.uri.startsWith('untitled:'));
  if (askedBy === 'edits' || first === undefined)
    return { documentChanges: [...edits], changeAnnotations: { [annotationId]: asking } };
  // The file lies there already, so nothing is made, and nothing of it is shown.
  const nothing: CreateFile = {
    kind: 'create',
    uri: first.textDocument.uri,
    options: { ignoreIfExists: true },
    annotationId: askingId,
  };
  return {
    documentChanges: [nothing, ...edits],
    changeAnnotations: { [annotationId]: { label }, [askingId]: asking },
  };
}
