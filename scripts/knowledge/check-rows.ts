import overruled from '../../schemas/cilium/overruled.json' with { type: 'json' };
import refusals from '../../schemas/cilium/refusals.json' with { type: 'json' };
import type { Condition } from '../../server/src/knowledge/condition.ts';
import type { Read, Reading } from '../../server/src/knowledge/reading.ts';
import { refusalBy } from '../../server/src/knowledge/refusals.ts';
import { inRange, lowestOf } from '../../server/src/knowledge/version-range.ts';
import type { Helm } from '../helm/obtain.ts';
import { renderCiliumConfig, renderObjects } from '../helm/render.ts';
import { nest, type Values } from './nest.ts';

interface Row {
  readonly versions: string;
  readonly all: readonly Condition[];
  readonly by: string;
}

interface Overruled {
  readonly path: readonly string[];
  readonly versions: string;
  readonly when: readonly Condition[];
  readonly inForce?: string | boolean;
  readonly by?: string;
}

const rows: readonly Row[] = refusals.rows;
const overrulings: readonly Overruled[] = overruled.rows;

/** Rows of refusals.json whose values a version takes although it should not, or refuses although it should not. */
export async function differencesOfRefusals(
  helm: Helm,
  archive: string,
  version: string,
): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const row of rows.filter((one) => isOfChart(one) && isWorthwhile(one, version))) {
    const values = valuesFor(row.all);
    const predicted = refusalBy('chart', version, readingOf(values)) !== undefined;
    const outcome = await renderCiliumConfig(helm, archive, values);
    if (predicted === (outcome.kind === 'refused')) continue;
    const seen = outcome.kind === 'refused' ? `is refused: ${outcome.message}` : 'is taken';
    differences.push(`${JSON.stringify(values)} ${seen}`);
  }
  return differences;
}

function isOfChart({ by, all }: Row): boolean {
  return by === 'chart' && all.every(({ dialect }) => dialect !== 'agent');
}

/** In the range of the row, and in the minor before and behind it: elsewhere nothing new would show. */
function isWorthwhile({ versions }: Row, version: string): boolean {
  const minor = Number(version.split('.')[1]);
  return [minor - 1, minor, minor + 1].some(
    (one) => inRange(`1.${one}.99`, versions) || inRange(version, versions),
  );
}

/** Rows of overruled.json whose key shows in what a version renders, although it should not be obeyed. */
export async function differencesOfOverrulings(
  helm: Helm,
  archive: string,
  version: string,
): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const { path, when, versions, inForce, by } of overrulings) {
    if (by === 'agent' || !inRange(version, versions)) continue;
    const entries = entriesFor(when);
    const without = await renderObjects(helm, archive, nest(entries));
    const value = inForce === undefined ? 6443 : inForce === true ? false : true;
    const withKey = await renderObjects(helm, archive, nest([...entries, [path, value]]));
    const isSame = JSON.stringify(leftOut(without)) === JSON.stringify(leftOut(withKey));
    if (!isSame || without.kind === 'refused') {
      differences.push(`${path.join('.')} shows in the objects with ${JSON.stringify(nest(entries))}`);
    }
  }
  return differences;
}

/** 1.12 writes this line without a value as soon as anything stands below `hostServices`. */
function leftOut(outcome: Awaited<ReturnType<typeof renderObjects>>): unknown {
  return outcome.kind === 'refused'
    ? outcome
    : outcome.text.replace(/^ *host-reachable-services-protos: *\n/m, '');
}

function valuesFor(conditions: readonly Condition[]): Values {
  return nest(entriesFor(conditions));
}

/** Values for which conditions hold, as far as they are about what is there. */
function entriesFor(conditions: readonly Condition[]): readonly (readonly [readonly string[], unknown])[] {
  return conditions.flatMap((condition): readonly (readonly [readonly string[], unknown])[] => {
    const value = valueFor(condition);
    return value === undefined ? [] : [[condition.path, value]];
  });
}

function valueFor(condition: Condition): unknown {
  const { isOneOf, isNoneOf, hasForm, isVersionIn, isEmpty, isSet, isOn } = condition;
  if (isOneOf !== undefined) return isOneOf.includes(null) ? undefined : isOneOf[0];
  if (isVersionIn !== undefined) return lowestOf(isVersionIn).split('.').slice(0, 2).join('.');
  if (isOn !== undefined) return isOn ? true : undefined;
  if (hasForm !== undefined)
    return { boolean: true, number: 7, string: 'sometimes' }[hasForm[0] ?? ''] ?? undefined;
  if (isSet === true && isNoneOf === undefined) return false;
  if (isSet === true || isEmpty === false) return 'sometimes';
  return undefined;
}

function readingOf(values: Values): Read {
  return (path, dialect) => (dialect === 'agent' ? { kind: 'absent' } : at(values, path));
}

function at(value: unknown, [key, ...rest]: readonly string[]): Reading {
  if (key !== undefined) return isMap(value) && key in value ? at(value[key], rest) : { kind: 'absent' };
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
  return isScalar && !isMap(value) ? { kind: 'known', value: scalar(value) } : { kind: 'absent' };
}

function scalar(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}
