import { t } from '@vscode/l10n';
import { exampleAddresses, waypointPlace, type Step, type StepState, type TrafficPath } from './model.ts';
import { escaped } from './escaped.ts';
import { wrapped } from './wrapped.ts';

const box = { width: 168, height: 104, gap: 124 } as const;
const frame = { top: 34, padding: 14, bottom: 22 } as const;
const lineHeight = 16;
/** Characters that fit beside each other in a box. */
const lineLength = 25;
const letterWidth = 6.6;

/** How wide and high a picture is, in its own units. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The size of the picture of a path. */
function sizeOf({ steps }: TrafficPath): PictureSize {
  return {
    width: steps.length * box.width + (steps.length - 1) * box.gap + 2 * frame.padding + 4,
    height: frame.top + box.height + frame.bottom + frame.padding + (steps.some(isPassedAround) ? 30 : 0),
  };
}

/**
 * A path as SVG. Its colours are those of the page that it stands in (`--vscode-…`), with colours of its own for both light and
 * dark pages; states are told by words and line styles as well. The page has to hold `pictureStyle`.
 *
 * @param id an id for this picture, unique in its page
 */
export function drawPath(path: TrafficPath, id: string): string {
  const { width, height } = sizeOf(path);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="traffic-path" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-text">`,
    `<title id="${id}-title">${escaped(path.summary)}</title>`,
    `<desc id="${id}-text">${escaped(pathInWords(path).join(' '))}</desc>`,
    `<defs><marker id="${id}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0 8 4 0 8Z"/></marker></defs>`,
    ...framesOf(path.steps),
    ...path.steps.flatMap((step, index) => [
      ...stationAt(step, left(index)),
      ...arrowBehind(path.steps, index, id),
    ]),
    '</svg>',
  ].join('\n');
}

/** The stations of a path as sentences, for those who read instead of look. */
export function pathInWords({ steps }: TrafficPath): readonly string[] {
  return steps.map(({ title, text, state, leaves }) => {
    const badge = badgeOf(state);
    const note = badge === '' ? '' : ` (${badge})`;
    return [`${title}${note}: ${text}.`, ...(leaves === undefined ? [] : [goesOn(leaves)])].join(' ');
  });
}

function goesOn(leaves: Leaving): string {
  const address = `${addressKind(leaves)} ${exampleAddresses[leaves.address]}`;
  return leaves.encrypted ? t`It goes on to ${address}, encrypted.` : t`It goes on to ${address}.`;
}

/** How a state is told in a word or two; empty where there is nothing to tell. */
export function badgeOf(state: StepState): string {
  return badges[state]();
}

const badges: Readonly<Record<StepState, () => string>> = {
  neutral: () => '',
  works: () => t('sees the Service'),
  harm: () => t('too early'),
  bypassed: () => t('bypassed'),
};

export type Leaving = NonNullable<Step['leaves']>;

/** What packets carry and whether others can read them: `pod IP 10.44.3.12:8080, plain text`. */
export function packetsOf(leaving: Leaving): string {
  return `${addressKind(leaving)} ${exampleAddresses[leaving.address]}, ${secrecyOf(leaving)}`;
}

function addressKind({ address }: Leaving): string {
  return address === 'pod' ? t('pod IP') : 'ClusterIP';
}

function secrecyOf({ encrypted }: Leaving): string {
  return encrypted ? t('encrypted') : t('plain text');
}

function left(index: number): number {
  return frame.padding + 2 + index * (box.width + box.gap);
}

/** A frame around all stations of one place. */
function framesOf(steps: readonly Step[]): readonly string[] {
  const places = [...new Set(steps.map(({ place }) => place))];
  return places.flatMap((place) => {
    const first = steps.findIndex((step) => step.place === place);
    const last = steps.findLastIndex((step) => step.place === place);
    const x = left(first) - frame.padding;
    const width = left(last) + box.width + frame.padding - x;
    return [
      `<rect class="place" x="${x}" y="${frame.top - 12}" width="${width}" height="${box.height + frame.bottom + frame.padding - 4}" rx="10"/>`,
      `<text class="place-name" x="${x + 4}" y="${frame.top - 18}">${escaped(shortened(place, Math.floor(width / letterWidth)))}</text>`,
    ];
  });
}

function stationAt({ title, text, state }: Step, x: number): readonly string[] {
  const lines = wrapped(text, lineLength)
    .slice(0, 5)
    .map((line) => shortened(line, lineLength));
  const badge = badgeOf(state);
  return [
    `<g class="station ${state}">`,
    `<rect x="${x}" y="${frame.top}" width="${box.width}" height="${box.height}" rx="6"/>`,
    `<text class="name" x="${x + 10}" y="${frame.top + 22}">${escaped(shortened(title, 22))}</text>`,
    ...lines.map(
      (line, index) =>
        `<text x="${x + 10}" y="${frame.top + 42 + index * lineHeight}">${escaped(line)}</text>`,
    ),
    ...(badge === ''
      ? []
      : [
          `<text class="badge" x="${x + box.width - 10}" y="${frame.top + box.height + 12}" text-anchor="end">${escaped(badge.toUpperCase())}</text>`,
        ]),
    '</g>',
  ];
}

/** Nothing reaches a waypoint that is bypassed: its packets go from the station before it to the one behind it. */
export function isPassedAround({ place, state }: Step): boolean {
  return place === waypointPlace && state === 'bypassed';
}

function arrowBehind(steps: readonly Step[], index: number, id: string): readonly string[] {
  const [step, next] = [steps[index], steps[index + 1]];
  if (step?.leaves === undefined || isPassedAround(step)) return [];
  const x = left(index) + box.width;
  return next !== undefined && isPassedAround(next)
    ? arrowAround(step.leaves, x, id)
    : arrowFrom(step.leaves, x, id);
}

function arrowAround(leaving: Leaving, x: number, id: string): readonly string[] {
  const top = frame.top + box.height - 20;
  const bottom = frame.top + box.height + frame.bottom + frame.padding + 4;
  const end = x + 2 * box.gap + box.width;
  return [
    `<path class="arrow ${leaving.encrypted ? 'encrypted' : 'plain'}" fill="none" d="M${x + 4} ${top} H${x + 34} V${bottom} H${end - 34} V${top} H${end - 5}" marker-end="url(#${id}-tip)"/>`,
    `<text class="to" x="${(x + end) / 2}" y="${bottom + 16}" text-anchor="middle">${escaped(addressKind({ ...leaving, address: 'pod' }))} ${exampleAddresses.pod}, ${escaped(secrecyOf(leaving))}</text>`,
  ];
}

function arrowFrom(leaving: Leaving, x: number, id: string): readonly string[] {
  const y = frame.top + box.height / 2;
  const middle = x + box.gap / 2;
  const state = leaving.encrypted ? 'encrypted' : 'plain';
  return [
    `<line class="arrow ${state}" x1="${x + 4}" y1="${y}" x2="${x + box.gap - 5}" y2="${y}" marker-end="url(#${id}-tip)"/>`,
    `<text class="to" x="${middle}" y="${y - 20}" text-anchor="middle">${escaped(addressKind(leaving))}</text>`,
    `<text class="to" x="${middle}" y="${y - 7}" text-anchor="middle">${exampleAddresses[leaving.address]}</text>`,
    `<text class="to" x="${middle}" y="${y + 17}" text-anchor="middle">${escaped(secrecyOf(leaving))}</text>`,
  ];
}

/** A text of at most `most` characters; what does not fit is told by an ellipsis. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** The style of all pictures of a page, once. Only what stands in pictures is touched. */
export const pictureStyle = `
.traffic-path{max-width:100%;height:auto;--ink:var(--vscode-foreground,#1f2328);--line:var(--vscode-descriptionForeground,#59636e);--good:var(--vscode-testing-iconPassed,#1a7f37);--bad:var(--vscode-errorForeground,#cf222e);--paper:var(--vscode-editor-background,#ffffff);font-family:var(--vscode-font-family,system-ui,sans-serif);font-size:12px}
@media (prefers-color-scheme:dark){.traffic-path{max-width:100%;height:auto;--ink:var(--vscode-foreground,#e6edf3);--line:var(--vscode-descriptionForeground,#9198a1);--good:var(--vscode-testing-iconPassed,#3fb950);--bad:var(--vscode-errorForeground,#f85149);--paper:var(--vscode-editor-background,#0d1117)}}
.traffic-path text{fill:var(--ink)}
.traffic-path .place{fill:none;stroke:var(--line);stroke-dasharray:2 4}
.traffic-path .place-name{fill:var(--line)}
.traffic-path .station rect{fill:var(--paper);stroke:var(--line);stroke-width:1.5}
.traffic-path .name{font-weight:600}
.traffic-path .works rect{stroke:var(--good);stroke-width:2.5}
.traffic-path .harm rect{stroke:var(--bad);stroke-width:2.5}
.traffic-path .bypassed rect{stroke:var(--bad);stroke-width:2.5;stroke-dasharray:6 4}
.traffic-path .badge{font-size:10px;font-weight:700;letter-spacing:.04em}
.traffic-path .works .badge{fill:var(--good)}
.traffic-path .harm .badge,.traffic-path .bypassed .badge{fill:var(--bad)}
.traffic-path .arrow{stroke:var(--line);stroke-width:1.5}
.traffic-path .arrow.encrypted{stroke-width:3}
.traffic-path .tip{fill:var(--line)}
.traffic-path .to{font-size:10.5px;fill:var(--line)}
@media print{.traffic-path{max-width:100%;height:auto;--ink:#000;--line:#444;--good:#1a7f37;--bad:#cf222e;--paper:#fff}}
`;
