import { escaped } from './escaped.ts';
import { badgeOf, isPassedAround, packetsOf, pathInWords, shortened } from './draw.ts';
import type { Step, TrafficPath } from './model.ts';
import { wrapped } from './wrapped.ts';

const box = { left: 26, width: 380, height: 66, gap: 52 } as const;
const width = 460;
const top = 34;
/** Characters that fit beside each other in a box. */
const lineLength = 56;

/**
 * A path as SVG from top to bottom, for narrow places. As in pictures from left to right, its style is that of the page that
 * holds it.
 *
 * @param id an id for this picture, unique in its page
 * @param style CSS of its own, for a picture that no page holds
 */
export function drawTallPath(path: TrafficPath, id: string, style?: string): string {
  const { steps, summary } = path;
  const height = topOf(steps.length) - box.gap + 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="traffic-path" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-text">`,
    `<title id="${id}-title">${escaped(summary)}</title>`,
    `<desc id="${id}-text">${escaped(pathInWords(path).join(' '))}</desc>`,
    ...(style === undefined ? [] : [`<style>${style}</style>`]),
    `<defs><marker id="${id}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0 8 4 0 8Z"/></marker></defs>`,
    ...placesOf(steps),
    ...steps.flatMap((step, index) => [...stationAt(step, topOf(index)), ...arrowBehind(steps, index, id)]),
    '</svg>',
  ].join('\n');
}

function topOf(index: number): number {
  return top + index * (box.height + box.gap);
}

/** A frame around all stations of one place. */
function placesOf(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.map(({ place }) => place))].flatMap((place) => {
    const first = topOf(steps.findIndex((step) => step.place === place));
    const end = topOf(steps.findLastIndex((step) => step.place === place)) + box.height;
    return [
      `<rect class="place" x="${box.left - 14}" y="${first - 8}" width="${box.width + 28}" height="${end - first + 16}" rx="10"/>`,
      `<text class="place-name" x="${box.left - 10}" y="${first - 13}">${escaped(place)}</text>`,
    ];
  });
}

function stationAt({ title, text, state }: Step, y: number): readonly string[] {
  const badge = badgeOf(state);
  const right = box.left + box.width - 12;
  return [
    `<g class="station ${state}">`,
    `<rect x="${box.left}" y="${y}" width="${box.width}" height="${box.height}" rx="6"/>`,
    `<text class="name" x="${box.left + 12}" y="${y + 20}">${escaped(shortened(title, 34))}</text>`,
    ...wrapped(text, lineLength)
      .slice(0, 2)
      .map((line) => shortened(line, lineLength))
      .map((line, index) => `<text x="${box.left + 12}" y="${y + 39 + index * 16}">${escaped(line)}</text>`),
    ...(badge === ''
      ? []
      : [
          `<text class="badge" x="${right}" y="${y + 20}" text-anchor="end">${escaped(badge.toUpperCase())}</text>`,
        ]),
    '</g>',
  ];
}

function arrowBehind(steps: readonly Step[], index: number, id: string): readonly string[] {
  const [step, next] = [steps[index], steps[index + 1]];
  if (step?.leaves === undefined || isPassedAround(step)) return [];
  const state = step.leaves.encrypted ? 'encrypted' : 'plain';
  const from = topOf(index) + box.height;
  const label = escaped(packetsOf(step.leaves));
  if (next !== undefined && isPassedAround(next)) {
    const right = box.left + box.width;
    const end = topOf(index + 2) + box.height / 2;
    return [
      `<path class="arrow ${state}" fill="none" d="M${right + 2} ${from - 20} H${right + 34} V${end} H${right + 5}" marker-end="url(#${id}-tip)"/>`,
      `<text class="to" x="${right - 6}" y="${from + 20}" text-anchor="end">${label}</text>`,
    ];
  }
  const x = box.left + box.width / 2 - 60;
  return [
    `<line class="arrow ${state}" x1="${x}" y1="${from + 3}" x2="${x}" y2="${from + box.gap - 5}" marker-end="url(#${id}-tip)"/>`,
    `<text class="to" x="${x + 14}" y="${from + box.gap / 2 - 2}">${label}</text>`,
  ];
}
