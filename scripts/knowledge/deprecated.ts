/**
 * Writes schemas/cilium/deprecated.json from the developers' shared folder (optional): `node scripts/knowledge/deprecated.ts`.
 * A test compares the file with what this script makes of the charts, where the folder is present.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { commentsOf } from '../../server/src/carriers/chart-comments.ts';
import { existsIn } from '../../server/src/knowledge/keys.ts';
import { hasCharts, readCharts, runsOf, type ReleasedChart } from './charts.ts';

export const deprecatedFile = join(import.meta.dirname, '../../schemas/cilium/deprecated.json');

/** deprecated.json as text. */
export async function deprecatedText(): Promise<string> {
  const charts = readCharts();
  const byMinor = new Map(charts.map((chart) => [chart.minor, deprecatedIn(chart)]));
  const paths = [...new Set([...byMinor.values()].flatMap((keys) => [...keys.keys()]))].sort();
  const minors = charts.map(({ minor }) => minor);
  const content = {
    $schema: './deprecated.schema.json',
    source: charts.map(({ version }) => `chart ${version} values.yaml`),
    keys: Object.fromEntries(
      paths.map((path) => [path, runsOf(minors, (minor) => byMinor.get(minor)?.get(path))]),
    ),
  };
  return format(JSON.stringify(content), { ...(await resolveConfig(deprecatedFile)), parser: 'json' });
}

/** The keys whose comment calls them deprecated, with the key that it names instead; empty where it names none. */
function deprecatedIn({ version, textOf }: ReleasedChart): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, comment] of Object.entries(commentsOf(textOf('values.yaml')))) {
    const isMeant = isOfTheKeyItself.test(comment) && !ofValues.has(path);
    if (isMeant && existsIn(path.split('.'), version))
      found.set(path, insteadIn(comment, path, version) ?? '');
  }
  for (const [path, comment] of besides) if (textOf('values.yaml').includes(comment)) found.set(path, '');
  return found;
}

/** Where the comment means some of the values. */
const ofValues: ReadonlySet<string> = new Set(['kubeProxyReplacement']);

/** What stands in comments that are not for helm-docs. */
const besides: ReadonlyMap<string, string> = new Map([
  ['authentication.mutual', 'Deprecated as of Cilium v1.20, this feature will be removed'],
]);

/** "deprecated", but not of something else such as "the deprecated selector labels". */
const isOfTheKeyItself =
  /\bdeprecated\b(?! (?:selector|probes|labels|in favor of the)|.*?\bprobes\b)|^DEPRECATED/i;

function insteadIn(comment: string, path: string, version: string): string | undefined {
  const named = /\b(?:use|by|favou?r of)\s+(?:top-level\s+)?['"`]?(?<key>[a-zA-Z][\w.]*\w)/i.exec(comment)
    ?.groups?.['key'];
  if (named === undefined) return undefined;
  const parent = path.split('.').slice(0, -1);
  const candidates = [named.split('.'), [...parent, ...named.split('.')]];
  return candidates
    .find((candidate) => candidate.join('.') !== path && existsIn(candidate, version))
    ?.join('.');
}

if (import.meta.main) {
  if (hasCharts()) {
    writeFileSync(deprecatedFile, await deprecatedText());
  } else {
    console.error("There are no released charts: they lie in the developers' shared folder.");
    process.exitCode = 1;
  }
}
