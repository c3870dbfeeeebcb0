import data from '../../../schemas/cilium/deprecated-features.json' with { type: 'json' };
import retired from '../../../schemas/mesh/retired.json' with { type: 'json' };
import { allHold, type Condition } from './condition.ts';
import type { MeshName } from './meshes.ts';
import { oneOf } from './one-of.ts';
import type { KeyPath, Read } from './reading.ts';
import type { SettingKey } from './setting-keys.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** What is said of something that goes: as sentences have it, without full stops. */
export interface Farewell {
  readonly title: string;
  /** The minor that deprecated it, where it was deprecated before it went. */
  readonly since?: string | undefined;
  /** The minor that removes it, where that is known. */
  readonly removal?: string | undefined;
  readonly instead?: string | undefined;
}

/** A setting that works, but will not much longer. */
export interface DeprecatedSetting extends Farewell {
  readonly key: SettingKey;
  readonly since: string;
  readonly severity: 'warning' | 'information';
}

interface SettingRow extends DeprecatedSetting {
  readonly all: readonly Condition[];
  readonly versions: string;
}

const settingRows: readonly SettingRow[] = data.settings.map((row) => ({
  ...row,
  severity: oneOf(['warning', 'information'] as const, row.severity),
  key: { path: row.key.path, dialect: oneOf(['helm', 'agent'] as const, row.key.dialect) },
}));

/** The settings in force that a version deprecates. */
export function deprecatedSettings(version: CiliumVersion, read: Read): readonly DeprecatedSetting[] {
  return settingRows.filter((row) => inRange(version, row.versions) && allHold(row.all, read) === 'yes');
}

/** Names of deprecated uses of objects. */
export const objectUses = ['kafka-rules', 'l7-rules', 'requires-rules', 'mutual-authentication'] as const;
export type ObjectUse = (typeof objectUses)[number];

/** A field of an object that some version deprecates or does not know any more. */
export interface DeprecatedField extends Farewell {
  readonly use: ObjectUse;
  readonly kinds: readonly string[];
  /** From `spec` to the field; `*` stands for each item of a list. */
  readonly paths: readonly KeyPath[];
  readonly value?: string | undefined;
}

const objectRows = data.objects.map((row) => ({ ...row, use: oneOf(objectUses, row.use) }));

/** All such fields. */
export const deprecatedFields: readonly DeprecatedField[] = objectRows;

/** What becomes of a use in a version: it works; it works and will go; it is deprecated; it is gone. */
export type Fate = 'works' | 'will-go' | 'deprecated' | 'gone';

/** What becomes of a use in a version. */
export function fateOf(use: ObjectUse, version: CiliumVersion): Fate {
  const row = objectRows.find((candidate) => candidate.use === use);
  if (row?.removed !== undefined) return inRange(version, row.removed) ? 'gone' : 'will-go';
  return row?.deprecated !== undefined && inRange(version, row.deprecated) ? 'deprecated' : 'works';
}

/** What is to be said of a use. */
export function farewellTo(use: ObjectUse): Farewell | undefined {
  return objectRows.find((candidate) => candidate.use === use);
}

/** What became of a mesh that nobody maintains any more, or soon will not, as the end of a sentence. */
export function retirementOf(mesh: MeshName): string | undefined {
  return retired.meshes.find((row) => row.mesh === mesh)?.what;
}
