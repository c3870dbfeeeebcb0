import type { CodeAction, Diagnostic, TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding, Fix } from '../rules/finding.ts';
import type { Position } from '../workspace/positions.ts';
import type { FileEdits } from './mesh-lint.ts';

export const quickFixKind = 'quickfix';
/** Editors ask for this one on saving, where the user says so. */
export const fixAllKind = 'source.fixAll.ciliumMeshLint';

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
  return { title: 'Fix all Cilium Mesh Lint findings of this file', kind: fixAllKind };
}

/**
 * Edits as an editor takes them.
 * @param versioned whether the editor can tell by the version that a document has changed meanwhile, and refuse
 */
export function workspaceEditOf(
  files: readonly FileEdits[],
  targetOf: (uri: string) => EditTarget | undefined,
  versioned: boolean,
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
  return {
    documentChanges: changed.map(({ target: { uri, version }, edits }) => ({
      textDocument: { uri, version },
      edits,
    })),
  };
}
