import { t } from '@vscode/l10n';
import type { Severity } from '../../rules/finding.ts';
import type { Overview } from '../overview/model.ts';
import { trafficViews, type PictureView, type TrafficView } from '../overview/traffic-view.ts';
import { pictureStyle } from '../traffic-path/draw.ts';
import { escaped } from '../traffic-path/escaped.ts';
import { findingSection, type PlaceNames } from './html-finding.ts';
import { markdownAsHtml } from './html-text.ts';
import { reportStyle } from './html-style.ts';
import { installTable, needsSection } from './html-installs.ts';
import { countOf, type Report } from './report.ts';

/** What stands on the page of a report. */
export interface HtmlReport {
  readonly report: Report;
  readonly overview: Overview;
  readonly names: PlaceNames;
  /** Of the program. */
  readonly version: string;
}

const severities: readonly { readonly severity: Severity; readonly counted: (count: number) => string }[] = [
  { severity: 'error', counted: (count) => (count === 1 ? t('1 error') : t`${count} errors`) },
  { severity: 'warning', counted: (count) => (count === 1 ? t('1 warning') : t`${count} warnings`) },
  { severity: 'information', counted: (count) => (count === 1 ? t('1 remark') : t`${count} remarks`) },
  { severity: 'hint', counted: (count) => (count === 1 ? t('1 hint') : t`${count} hints`) },
];

/** A page that needs nothing else: no script, no file, no network. It can be read on paper as well. */
export function htmlReport({ report, overview, names, version }: HtmlReport): string {
  const { findings } = report;
  const views = trafficViews(overview);
  return `<!DOCTYPE html>
<html lang="${escaped(language())}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('Cilium Mesh Lint: report'))}</title>
<style>${reportStyle}${pictureStyle}</style>
</head>
<body>
<header>
<h1>${escaped(t('Cilium and service meshes'))}</h1>
<p class="sum">${escaped(summary(report))}</p>
</header>
<main>
<section aria-labelledby="installs"><h2 id="installs">${escaped(t('What is installed'))}</h2>
${installTable(overview)}
</section>
${needsSection(overview)}
${views.length === 0 ? '' : `<section aria-labelledby="traffic"><h2 id="traffic">${escaped(t('How calls to Services travel'))}</h2>\n${views.map(trafficSection).join('\n')}\n</section>`}
<section aria-labelledby="findings"><h2 id="findings">${escaped(t('What was found'))}</h2>
${findings.length === 0 ? `<p>${escaped(t('Nothing.'))}</p>` : findings.map((found) => findingSection(found, report.texts, names)).join('\n')}
</section>
</main>
<footer><p>${escaped(`Cilium Mesh Lint ${version}.`)} ${markdownAsHtml(t`Rules, versions and sources: [documentation](${`${docs}/tree/main/docs/rules`}), [compatibility](${`${docs}/blob/main/docs/compatibility.md`}).`)}</p></footer>
</body>
</html>
`;
}

const docs = 'https://github.com/cilium-mesh-lint/cilium-mesh-lint';

/** The tag of the language in which the page is written. */
function language(): string {
  return t({ message: 'en', comment: 'The tag of the language that these texts are translated into' });
}

function summary({ findings, files }: Report): string {
  const counts = severities.flatMap(({ severity, counted }) => {
    const count = countOf(findings, severity);
    return count === 0 ? [] : [counted(count)];
  });
  const found = counts.length === 0 ? t('Nothing was found') : counts.join(', ');
  return files === 1 ? t`${found} in 1 file.` : t`${found} in ${files} files.`;
}

function trafficSection({ title, mesh, today, mended }: TrafficView): string {
  return `<h3>${escaped(mesh === undefined ? title : `${title}, ${mesh}`)}</h3>
${figure(today, t('Today'))}
${mended === undefined ? '' : figure(mended, t`With ${mended.setting}`)}`;
}

function figure({ svg, summary: words, isBypassed, lost, kept }: PictureView, when: string): string {
  const lines = [
    ...(lost.length === 0 ? [] : [t`Lost: ${lost.join(', ')}.`]),
    ...(kept.length === 0 ? [] : [t`Still works: ${kept.join(', ')}.`]),
  ];
  return `<figure class="${isBypassed ? 'bad' : 'good'}"><figcaption><strong>${escaped(when)}.</strong> ${escaped(words)}</figcaption>
${svg}
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</figure>`;
}
