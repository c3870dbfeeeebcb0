import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseTar } from 'nanotar';

/** The developers' copies of released charts (optional): the newest patch of each minor. */
const chartsFolder = join(import.meta.dirname, '../../../shared/charts');

/** A released chart, unpacked. */
export interface ReleasedChart {
  readonly version: string;
  /** Such as `1.16`. */
  readonly minor: string;
  /** The text of a file by its path in the chart, such as `templates/cilium-configmap.yaml`. */
  readonly textOf: (path: string) => string;
}

export function hasCharts(): boolean {
  return existsSync(chartsFolder);
}

/** All of them, from old to new. */
export function readCharts(): readonly ReleasedChart[] {
  return readdirSync(chartsFolder)
    .flatMap((name) => /^cilium-(?<version>.+)\.tgz$/.exec(name)?.groups?.['version'] ?? [])
    .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))
    .map(readChart);
}

function readChart(version: string): ReleasedChart {
  const tar = gunzipSync(readFileSync(join(chartsFolder, `cilium-${version}.tgz`)));
  const texts = new Map(parseTar(tar).map((file) => [file.name, file.text]));
  return {
    version,
    minor: version.split('.').slice(0, 2).join('.'),
    textOf: (path) => {
      const text = texts.get(`cilium/${path}`);
      if (text === undefined) throw new Error(`The chart ${version} has no ${path}.`);
      return text;
    },
  };
}

/** `FROM-[TO] TEXT` for each run of minors with the same text. */
export function runsOf(
  minors: readonly string[],
  textIn: (minor: string) => string | undefined,
): readonly string[] {
  const runs: { readonly from: string; to: string; readonly text: string }[] = [];
  let previous: string | undefined;
  for (const minor of minors) {
    const text = textIn(minor);
    const run = runs.at(-1);
    if (text !== undefined && run !== undefined && text === previous) run.to = minor;
    else if (text !== undefined) runs.push({ from: minor, to: minor, text });
    previous = text;
  }
  const newest = minors.at(-1);
  return runs.map(({ from, to, text }) => `${from}-${to === newest ? '' : to} ${text}`.trim());
}
