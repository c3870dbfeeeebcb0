import { RequestType } from 'vscode-languageserver';
import manifest from '../../../package.json' with { type: 'json' };
import { htmlReport } from '../features/report/html.ts';
import { reportedFindings } from '../features/report/report.ts';
import { withSeverities } from '../features/diagnostics.ts';
import { fileOf } from '../features/fixes.ts';
import type { Documents } from './documents.ts';
import { fileName } from './folder-names.ts';
import { overviewOf } from './overviews.ts';
import { rootAround, type Root } from './roots.ts';
import { fieldsOf } from './settings.ts';
import { shownLocation } from './shown-location.ts';
import type { TextOf } from './texts.ts';

/** What a client asks for. */
export interface HtmlReportParams {
  /**
   * A command of the client that opens a place (a `Location` of the protocol): links on the page run it. Without it there
   * are none.
   */
  readonly placeCommand?: string;
}

/** The report on the whole workspace as a page; an editor shows it, or saves it. */
export const htmlReportRequest = new RequestType<HtmlReportParams, string | null, never>(
  'ciliumMeshLint/report',
);

/** The page on all folders of the workspace. */
export function htmlReportOf(
  params: unknown,
  roots: readonly Root[],
  documents: Documents,
  currentText: TextOf,
): string {
  const texts = new Map<string, string>();
  const keepText = (uri: string): void => {
    const text = texts.has(uri) ? undefined : currentText(uri)?.text;
    if (text !== undefined) texts.set(uri, text);
  };
  const findings = roots.flatMap(({ lint, settings }) => {
    const wanted = withSeverities(lint.findings(), settings.severity);
    for (const { at, fixes } of wanted) {
      keepText(at.uri);
      for (const step of fixes.flatMap(({ steps }) => steps)) keepText(fileOf(step));
    }
    return reportedFindings(lint, wanted, texts);
  });
  const command = fieldsOf(params).get('placeCommand');
  const rootOf = (uri: string): Root | undefined => rootAround(uri, roots);
  const statistics = roots.map(({ lint }) => lint.statistics());
  return htmlReport({
    report: {
      findings,
      texts,
      files: statistics.reduce((sum, { files }) => sum + files, 0),
      parsed: statistics.reduce((sum, { read }) => sum + read, 0),
      durationMs: 0,
    },
    overview: overviewOf(roots),
    names: {
      fileOf: (uri) => fileName(uri, roots),
      lineOf: ({ uri, span }) => (rootOf(uri)?.lint.positionAt(uri, span.start).line ?? 0) + 1,
      ...(typeof command !== 'string'
        ? {}
        : {
            linkTo: (location) => {
              const root = rootOf(location.uri);
              const place = root === undefined ? undefined : shownLocation(location, root, documents);
              return `command:${command}?${encodeURIComponent(JSON.stringify([place]))}`;
            },
          }),
    },
    version: manifest.version,
  });
}
