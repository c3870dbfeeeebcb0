import type { Read, Reading, SettingScalar } from '../../../server/src/knowledge/reading.ts';

/** Values of the Helm chart as one would write them; `{{ }}` as a text stands for a value that nobody can know. */
export type Values = Readonly<Record<string, unknown>>;

const unknown = '{{ }}';

/** Answers as a release with these values would; a `cilium-config` laid over it may be given as well. */
export function readOf(values: Values, config: Readonly<Record<string, string>> = {}): Read {
  return (path, dialect) => {
    if (dialect === 'agent') return reading(config[path[0] ?? '']);
    if (path[0] === 'extraArgs') return argument(values['extraArgs'], path[1] ?? '');
    return at(values, path);
  };
}

/** Nothing but a `cilium-config`. */
export function readOfConfig(config: Readonly<Record<string, string>>): Read {
  return readOf({}, config);
}

function at(values: unknown, path: readonly string[]): Reading {
  const [key, ...rest] = path;
  if (values === null || values === unknown) return reading(values);
  if (key === undefined) return reading(values);
  return isRecord(values) && key in values ? at(values[key], rest) : { kind: 'absent' };
}

function argument(args: unknown, name: string): Reading {
  const texts: unknown[] = Array.isArray(args) ? args : [];
  const found = texts.map(String).findLast((text) => text === name || text.startsWith(`${name}=`));
  if (found === undefined) return { kind: 'absent' };
  return reading(found === name ? true : found.slice(name.length + 1));
}

function reading(value: unknown): Reading {
  if (value === unknown) return { kind: 'unknown' };
  return isScalar(value) ? { kind: 'known', value } : { kind: 'absent' };
}

function isScalar(value: unknown): value is SettingScalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
