/**
 * Writes schemas/cilium/rendered.json from the developers' shared folder (optional): `node scripts/knowledge/rendered.ts`.
 * A test compares the file with what this script makes of the charts, where the folder is present.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { existsEver } from '../../server/src/knowledge/keys.ts';
import { hasCharts, readCharts, runsOf, type ReleasedChart } from './charts.ts';
import { flagsByKey } from './configmap-template.ts';

const root = join(import.meta.dirname, '../..');
const matrixFile = join(root, '../shared/facts/cilium-helm-matrix.json');
export const renderedFile = join(root, 'schemas/cilium/rendered.json');

type Values = string | number | boolean | null | readonly Values[] | { readonly [key: string]: Values };

/** What Helm rendered when one value was set: by flag the default and what it became; objects beside the ConfigMap. */
interface Rendering {
  readonly configmap?: Readonly<Record<string, readonly [string | null, string | null]>>;
  readonly otherObjects?: readonly string[];
}

interface Matrix {
  readonly tests: Readonly<Record<string, Values>>;
  readonly singleKey: Readonly<Record<string, Readonly<Record<string, Rendering>>>>;
}

/** One value of one key, and what Helm made of it. */
interface Trial {
  readonly path: string;
  readonly value: string | number | boolean;
  /** By version. */
  readonly renderings: Readonly<Record<string, Rendering>>;
}

/** It hands any flag on, and turns the agent off: neither says anything of a flag. */
const withoutMeaning = ['extraConfig', 'preflight.enabled'];

export function hasSources(): boolean {
  return hasCharts() && existsSync(matrixFile);
}

/** rendered.json as text. */
export async function renderedText(): Promise<string> {
  const charts = readCharts();
  const trials = trialsOf(parseMatrix(readFileSync(matrixFile, 'utf8')));
  const content = {
    $schema: './rendered.schema.json',
    source: charts.map(({ version }) => `chart ${version} templates/cilium-configmap.yaml`),
    flags: flagRuns(charts, trials),
    trials: trials.flatMap((trial) => trialRows(charts, trial)),
  };
  return format(JSON.stringify(content), { ...(await resolveConfig(renderedFile)), parser: 'json' });
}

/** The matrix is made by a script of the same folder, so its form is taken on trust. */
const parseMatrix: (text: string) => Matrix = JSON.parse;

function trialsOf({ tests, singleKey }: Matrix): readonly Trial[] {
  return Object.entries(tests).flatMap(([name, values]) => {
    const [leaf, ...others] = leavesOf(values, []);
    if (leaf === undefined || others.length > 0) return [];
    const path = leaf.path.join('.');
    const isSkipped = withoutMeaning.some((prefix) => path.startsWith(prefix)) || !existsEver(leaf.path);
    return isSkipped ? [] : [{ path, value: leaf.value, renderings: singleKey[name] ?? {} }];
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: string | number | boolean;
}

/** Lists are left out: nobody reads a default of one in a hover. */
function leavesOf(values: Values, path: readonly string[]): readonly Leaf[] {
  if (typeof values !== 'object') return [{ path, value: values }];
  if (values === null || Array.isArray(values)) return [];
  return Object.entries(values).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

/** The flags of each key: as the templates write them and, where those are too clever, as Helm rendered them. */
function flagRuns(
  charts: readonly ReleasedChart[],
  trials: readonly Trial[],
): Readonly<Record<string, readonly string[]>> {
  const byMinor = new Map(
    charts.map(({ version, minor, textOf }) => {
      const flags = new Map(flagsByKey(textOf('templates/cilium-configmap.yaml')));
      for (const { path, renderings } of trials) {
        const changed = changedTo(renderings[version]);
        if (!flags.has(path) && changed.length > 0)
          flags.set(
            path,
            changed.map(([flag]) => flag),
          );
      }
      return [minor, flags];
    }),
  );
  const minors = charts.map(({ minor }) => minor);
  const paths = [...new Set([...byMinor.values()].flatMap((flags) => [...flags.keys()]))].sort();
  return Object.fromEntries(
    paths.map((path) => [path, runsOf(minors, (minor) => byMinor.get(minor)?.get(path)?.join(' '))]),
  );
}

/** What one value renders, once for each run of minors that render the same. */
function trialRows(charts: readonly ReleasedChart[], { path, value, renderings }: Trial): readonly unknown[] {
  const minors = charts.map(({ minor }) => minor);
  const versionOf = new Map(charts.map(({ version, minor }) => [minor, version]));
  const textIn = (minor: string): string | undefined => {
    const rendering = renderings[versionOf.get(minor) ?? ''];
    const changes = Object.entries(rendering?.configmap ?? {}).map(([flag, [, now]]) => [flag, now]);
    return changes.length === 0 ? undefined : JSON.stringify(Object.fromEntries(changes));
  };
  return runsOf(minors, textIn).map((run) => {
    const [, from = '', to = '', sets = ''] = /^([\d.]+)-([\d.]*) (.*)$/.exec(run) ?? [];
    const last = versionOf.get(to === '' ? (minors.at(-1) ?? '') : to) ?? '';
    const above = minors[minors.indexOf(to) + 1];
    return {
      path: path.split('.'),
      value,
      versions: to === '' || above === undefined ? `>=${from}` : `>=${from} <${above}`,
      sets: parseSets(sets),
      source: `chart ${last} templates/cilium-configmap.yaml`,
    };
  });
}

const parseSets: (text: string) => Readonly<Record<string, string | null>> = JSON.parse;

function changedTo(rendering: Rendering | undefined): readonly (readonly [string, string])[] {
  return Object.entries(rendering?.configmap ?? {}).flatMap(([flag, [, now]]) =>
    now === null ? [] : [[flag, now]],
  );
}

if (import.meta.main) {
  if (hasSources()) {
    writeFileSync(renderedFile, await renderedText());
  } else {
    console.error("There are no released charts: they lie in the developers' shared folder.");
    process.exitCode = 1;
  }
}
