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

const severities: readonly { readonly severity: Severity; readonly one: string; readonly many: string }[] = [
  { severity: 'error', one: 'error', many: 'errors' },
  { severity: 'warning', one: 'warning', many: 'warnings' },
  { severity: 'information', one: 'remark', many: 'remarks' },
  { severity: 'hint', one: 'hint', many: 'hints' },
];

/** A page that needs nothing else: no script, no file, no network. It can be read on paper as well. */
export function htmlReport({ report, overview, names, version }: HtmlReport): string {
  const { findings } = report;
  const views = trafficViews(overview);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cilium Mesh Lint: report</title>
<style>${reportStyle}${pictureStyle}</style>
</head>
<body>
<header>
<h1>Cilium and service meshes</h1>
<p class="sum">${escaped(summary(report))}</p>
</header>
<main>
<section aria-labelledby="installs"><h2 id="installs">What is installed</h2>
${installTable(overview)}
</section>
${needsSection(overview)}
${views.length === 0 ? '' : `<section aria-labelledby="traffic"><h2 id="traffic">How calls to Services travel</h2>\n${views.map(trafficSection).join('\n')}\n</section>`}
<section aria-labelledby="findings"><h2 id="findings">What was found</h2>
${findings.length === 0 ? '<p>Nothing.</p>' : findings.map((found) => findingSection(found, report.texts, names)).join('\n')}
</section>
</main>
<footer><p>${escaped(`Cilium Mesh Lint ${version}.`)} ${markdownAsHtml('Rules, versions and sources: [documentation](https://github.com/cilium-mesh-lint/cilium-mesh-lint/tree/main/docs/rules), [compatibility](https://github.com/cilium-mesh-lint/cilium-mesh-lint/blob/main/docs/compatibility.md).')}</p></footer>
</body>
</html>
`;
}

function summary({ findings, files }: Report): string {
  const counts = severities.flatMap(({ severity, one, many }) => {
    const count = countOf(findings, severity);
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return `${counts.length === 0 ? 'Nothing was found' : counts.join(', ')} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}

function trafficSection({ title, mesh, today, mended }: TrafficView): string {
  return `<h3>${escaped(mesh === undefined ? title : `${title}, ${mesh}`)}</h3>
${figure(today, 'Today')}
${mended === undefined ? '' : figure(mended, `With ${mended.setting}`)}`;
}

function figure({ svg, summary: words, isBypassed, lost, kept }: PictureView, when: string): string {
  const lines = [
    ...(lost.length === 0 ? [] : [`Lost: ${lost.join(', ')}.`]),
    ...(kept.length === 0 ? [] : [`Still works: ${kept.join(', ')}.`]),
  ];
  return `<figure class="${isBypassed ? 'bad' : 'good'}"><figcaption><strong>${escaped(when)}.</strong> ${escaped(words)}</figcaption>
${svg}
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</figure>`;
}
