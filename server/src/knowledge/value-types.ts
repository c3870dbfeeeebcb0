import { t } from '@vscode/l10n';
import { existsEver, hasMembers, isTyped, keyIn } from './keys.ts';
import { perPath } from './chart-paths.ts';
import type { KeyPath, SettingScalar } from './reading.ts';
import { newestReleases } from './releases.ts';
import type { CiliumVersion } from './version-range.ts';

/** What stands at a key of a values file: a scalar, or the form of what is none. */
export type WrittenValue =
  | { readonly kind: 'known'; readonly value: SettingScalar }
  | { readonly kind: 'map' }
  | { readonly kind: 'list' };

/** What the schema of a chart wants instead of a value. */
export interface WantedType {
  /** The end of a sentence "Cilium 1.16 takes …". */
  readonly instead: string;
  /** The same value in the form that is wanted, where there is no doubt. */
  readonly value?: SettingScalar;
}

/**
 * What a version's values.schema.json wants at a key, if it refuses the value that stands there.
 *
 * Null takes a key away and is never refused.
 */
export function wantedType(
  path: KeyPath,
  written: WrittenValue,
  version: CiliumVersion,
): WantedType | undefined {
  const types = isTyped(version) ? typesOf(path, version) : untyped;
  if (isTaken(types, written)) return undefined;
  const instead = types.flatMap((type) => names.get(type)?.() ?? []).join(t(' or '));
  const value = written.kind === 'known' ? retyped(written.value, types) : undefined;
  return { instead, ...(value === undefined ? {} : { value }) };
}

/** Whether the schema of any chart refuses a value: for asking no more of the many that it takes. */
export function isEverTyped(path: KeyPath, written: WrittenValue): boolean {
  if (!existsEver(path)) return false;
  return typesEver(path).some((types) => !isTaken(types, written));
}

/** The types of a key, one entry for all versions that agree. */
const typesEver = perPath((path: KeyPath) => [
  ...new Set(typedVersions.map((version) => typesOf(path, version))),
]);

/** Of what is nobody's, and of what no schema speaks, everything is taken. */
function isTaken(types: readonly string[], written: WrittenValue): boolean {
  return (
    types.length === 0 ||
    types.some((type) => type === 'any' || accepts(type, written)) ||
    (written.kind === 'known' && isNobodys(written.value))
  );
}

/** The last patch of each minor that has a schema: types change from minor to minor only. */
const typedVersions = newestReleases.filter(isTyped);

const untyped: readonly string[] = [];
const onlyMap: readonly string[] = ['object'];

function typesOf(path: KeyPath, version: CiliumVersion): readonly string[] {
  const key = keyIn(path, version);
  if (key?.presence === 'map') return hasMembers(path, version) ? onlyMap : untyped;
  return key?.presence === 'value' ? namedIn(key.type) : untyped;
}

const splitNames = new Map<string, readonly string[]>();

/** The names of types that the data joins by `|`; there are few combinations. */
function namedIn(type: string): readonly string[] {
  let found = splitNames.get(type);
  if (found === undefined) {
    found = type.split('|');
    splitNames.set(type, found);
  }
  return found;
}

const names: ReadonlyMap<string, () => string> = new Map([
  ['boolean', () => t('true or false without quotes')],
  ['integer', () => t('a whole number without quotes')],
  ['number', () => t('a number without quotes')],
  ['string', () => t('a text in quotes')],
  ['array', () => t('a list')],
  ['object', () => t('a map')],
]);

/** Null takes the key away; of quotes within a value nobody knows here whether a shell or a template takes them away. */
function isNobodys(value: SettingScalar): boolean {
  return value === null || /^["']/.test(String(value));
}

function accepts(type: string, written: WrittenValue): boolean {
  if (written.kind !== 'known') return type === (written.kind === 'map' ? 'object' : 'array');
  const { value } = written;
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

/** A number may have been written otherwise than it is read, such as `1.10`: only whole ones are put in quotes. */
function retyped(value: SettingScalar, types: readonly string[]): SettingScalar | undefined {
  if (types.includes('boolean') && (value === 'true' || value === 'false')) return value === 'true';
  if (types.includes('integer') && typeof value === 'string' && /^(?:0|[1-9]\d*)$/.test(value))
    return Number(value);
  return types.includes('string') && Number.isSafeInteger(value) ? String(value) : undefined;
}
