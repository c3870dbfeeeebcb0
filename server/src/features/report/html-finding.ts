import { t } from '@vscode/l10n';
import type { Location } from '../../facts/location.ts';
import type { Severity } from '../../rules/finding.ts';
import { rulePage } from '../diagnostics.ts';
import { severityTitle } from '../severity-words.ts';
import { escaped } from '../traffic-path/escaped.ts';
import { codeFrame } from './code-frame.ts';
import { changedLines } from './diff.ts';
import { markdownAsHtml } from './html-text.ts';
import type { ReportedFinding } from './report.ts';
import { printable, type Paint, type Tone } from './terminal-text.ts';

/** What files and places are called on the page. */
export interface PlaceNames {
  readonly fileOf: (uri: string) => string;
  /** 1-based. */
  readonly lineOf: (location: Location) => number;
  /** Where a place can be opened: a link that leads there. */
  readonly linkTo?: (location: Location) => string;
}

/** As the page's style colours the word and the bar beside a finding. */
const tones: Readonly<Record<Severity, Tone>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'blue',
};

/** One finding: what and where, the lines, the evidence, and what its preferred fix changes. */
export function findingSection(
  { finding, fixes }: ReportedFinding,
  texts: ReadonlyMap<string, string>,
  names: PlaceNames,
): string {
  const { severity, rule, message, at, related } = finding;
  const place = (location: Location): string => {
    const name = escaped(printable(`${names.fileOf(location.uri)}:${names.lineOf(location)}`));
    return names.linkTo === undefined
      ? `<span class="place-name">${name}</span>`
      : `<a class="place-name" href="${escaped(names.linkTo(location))}">${name}</a>`;
  };
  const preferred = fixes.find(({ fix }) => fix.preferred);
  const evidence = related.map(
    (one) => `<li>${place(one.at)} ${markdownAsHtml(printable(one.message))}</li>`,
  );
  return `<article class="${severity}">
<h3><span class="severity">${escaped(severityTitle(severity))}</span> <a href="${escaped(rulePage(rule))}">${rule}</a> ${place(at)}</h3>
<p>${markdownAsHtml(printable(message))}</p>
${lines(codeFrame(texts.get(at.uri) ?? '', at.span, paint, tones[severity]))}
${evidence.length === 0 ? '' : `<ul>${evidence.join('')}</ul>`}
${
  preferred === undefined
    ? ''
    : `<p class="fix"><strong>${escaped(t('Fix:'))}</strong> ${markdownAsHtml(printable(preferred.fix.title))}</p>\n${preferred.changes
        .map(
          ({ uri, before, after }) =>
            `<p class="place-name">${escaped(printable(names.fileOf(uri)))}</p>${lines(changedLines(before, after, paint))}`,
        )
        .join('\n')}`
}
</article>`;
}

/** Characters that no printable text holds stand for tags until everything else has been escaped. */
const [open, middle, close] = ['\u0001', '\u0002', '\u0003'] as const;

const paint: Paint = (tone: Tone, text: string): string => `${open}${tone}${middle}${text}${close}`;

function lines(painted: readonly string[]): string {
  const html = escaped(painted.join('\n'))
    .replaceAll(new RegExp(`${open}([a-z]+)${middle}`, 'g'), '<span class="$1">')
    .replaceAll(close, '</span>');
  return `<pre>${html}</pre>`;
}
