import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticOf, withSeverities, type DiagnosticShape } from '../features/diagnostics.ts';
import type { Finding } from '../rules/finding.ts';
import { digest } from './digest.ts';
import type { Documents } from './documents.ts';
import { rootsOfWorkspace, type Root, type Roots } from './roots.ts';

/** What there is to show for one file. */
export interface Report {
  /** As the client writes it, where the document is open. */
  readonly uri: string;
  /** Of the open document that the positions are for. */
  readonly version: number | null;
  readonly items: Diagnostic[];
  /** Equal for equal items. */
  readonly content: string;
}

/** Reports of the workspace as the engines see it now. Nothing is kept: a report is made when it is asked for. */
export interface Reports {
  /** The findings of a file, by place, with the severities that the user set. */
  readonly findings: (uri: string) => readonly Finding[];
  /** The findings of all files, likewise. */
  readonly allFindings: () => readonly Finding[];
  /** Those that are told of as the workspace's, in views and counts. */
  readonly findingsOfWorkspace: () => readonly Finding[];
  /** Findings of a file as the client is shown them. */
  readonly diagnostics: (uri: string, findings: readonly Finding[]) => Diagnostic[];
  readonly of: (uri: string) => Report;
  /** By canonical URI, every file with something to show, of the folders that have been read. */
  readonly all: () => ReadonlyMap<string, Report>;
}

/** The `content` of a report without items. */
export const emptyContent = 'none';

/** The findings of all folders in the shape that this client takes. */
export function createReports(roots: Roots, documents: Documents, shape: DiagnosticShape): Reports {
  const shownUri = (uri: string): string => documents.get(uri)?.clientUri ?? uri;

  const diagnostics = (uri: string, findings: readonly Finding[]): Diagnostic[] => {
    const positionAt = roots.of(uri)?.lint.positionAt;
    return positionAt === undefined
      ? []
      : findings.map((finding) => diagnosticOf(finding, shape, { positionAt, shownUri }));
  };

  const report = (uri: string, findings: readonly Finding[]): Report => {
    const items = diagnostics(uri, findings);
    const content = items.length === 0 ? emptyContent : digest(JSON.stringify(items));
    return { uri: shownUri(uri), version: documents.get(uri)?.text.version ?? null, items, content };
  };

  const findings = (uri: string): readonly Finding[] => {
    const root = roots.of(uri);
    return root === undefined ? [] : withSeverities(root.lint.findingsIn(uri), root.settings.severity);
  };

  const findingsOf = ({ lint, settings }: Root): readonly Finding[] =>
    withSeverities(lint.findings(), settings.severity);

  return {
    findings,
    allFindings: () => roots.all().flatMap(findingsOf),
    findingsOfWorkspace: () => rootsOfWorkspace(roots).flatMap(findingsOf),
    diagnostics,
    of: (uri) => report(uri, findings(uri)),
    all: () => {
      const reports = new Map<string, Report>();
      for (const root of roots.all().filter(({ isReady }) => isReady)) {
        for (const [uri, own] of byFile(findingsOf(root))) reports.set(uri, report(uri, own));
      }
      return reports;
    },
  };
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = files.get(finding.at.uri) ?? [];
    own.push(finding);
    files.set(finding.at.uri, own);
  }
  return files;
}
