import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const run = promisify(execFile);

/** The parts of a packed chart that say what values it takes. */
export interface ChartValues {
  /** The leaves of values.yaml: a scalar, a list, or an empty map. Paths are joined with dots. */
  readonly leaves: ReadonlyMap<string, unknown>;
  /** The types of values.schema.json by path; empty where the chart has none. */
  readonly types: ReadonlyMap<string, readonly string[]>;
}

/** Reads a packed Cilium chart with the `tar` of the system. */
export async function valuesOfChart(archive: string): Promise<ChartValues> {
  const values: unknown = parse(await fileIn(archive, 'values.yaml'));
  const schema: unknown = JSON.parse((await fileIn(archive, 'values.schema.json')) || '{}');
  return { leaves: new Map(leavesOf(values, [])), types: new Map(typesOf(schema, [])) };
}

async function fileIn(archive: string, name: string): Promise<string> {
  try {
    const { stdout } = await run('tar', ['-xzOf', archive, `cilium/${name}`], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch {
    return '';
  }
}

function leavesOf(value: unknown, path: readonly string[]): readonly (readonly [string, unknown])[] {
  if (!isMap(value) || Object.keys(value).length === 0) return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

function typesOf(
  schema: unknown,
  path: readonly string[],
): readonly (readonly [string, readonly string[]])[] {
  if (!isMap(schema)) return [];
  const { type, properties } = schema;
  const own = Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
  const members = isMap(properties) ? Object.entries(properties) : [];
  return [
    ...(own.length === 0 ? [] : [[path.join('.'), own] as const]),
    ...members.flatMap(([key, member]) => typesOf(member, [...path, key])),
  ];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
