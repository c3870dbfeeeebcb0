import { RequestType0 } from 'vscode-languageserver';
import manifest from '../../../package.json' with { type: 'json' };
import { htmlReport } from '../features/report/html.ts';
import { reportedFindings } from '../features/report/report.ts';
import { withSeverities } from '../features/diagnostics.ts';
import type { Root } from './roots.ts';
import type { TextOf } from './texts.ts';
import { isBelow, pathBelow } from './uris.ts';

/** The report on the whole workspace as a page; an editor shows it, or saves it. */
export const htmlReportRequest = new RequestType0<string | null, never>('ciliumMeshLint/report');

/** The page on all folders of the workspace. */
export function htmlReportOf(roots: readonly Root[], currentText: TextOf): string {
  const texts = new Map<string, string>();
  const textOf = (uri: string): string | undefined => {
    const text = texts.get(uri) ?? currentText(uri)?.text;
    if (text !== undefined) texts.set(uri, text);
    return text;
  };
  const findings = roots.flatMap(({ lint, settings }) => {
    const wanted = withSeverities(lint.findings(), settings.severity);
    for (const { at, fixes } of wanted) {
      textOf(at.uri);
      for (const { steps } of fixes)
        for (const step of steps) textOf('uri' in step ? step.uri : step.layer.uri);
    }
    const shown = new Map(
      wanted.map((finding) => [`${finding.rule} ${finding.at.uri} ${finding.at.span.start}`, finding]),
    );
    return reportedFindings(lint, texts, () => true).flatMap((reported) => {
      const { rule, at } = reported.finding;
      const finding = shown.get(`${rule} ${at.uri} ${at.span.start}`);
      return finding === undefined ? [] : [{ ...reported, finding }];
    });
  });
  const rootOf = (uri: string): Root | undefined => roots.find((root) => isBelow(uri, root.uri));
  const statistics = roots.map(({ lint }) => lint.statistics());
  return htmlReport({
    report: {
      findings,
      texts,
      files: statistics.reduce((sum, { files }) => sum + files, 0),
      parsed: statistics.reduce((sum, { read }) => sum + read, 0),
      durationMs: 0,
    },
    overview: { clusters: roots.flatMap(({ lint }) => lint.overview().clusters) },
    names: {
      fileOf: (uri) => {
        const root = rootOf(uri);
        return root === undefined ? uri : pathBelow(uri, root.uri);
      },
      lineOf: ({ uri, span }) => (rootOf(uri)?.lint.positionAt(uri, span.start).line ?? 0) + 1,
    },
    version: manifest.version,
  });
}
