import data from '../../../schemas/cilium/tools.json' with { type: 'json' };
import type { KeyPath, SettingScalar, SettingsDialect } from './reading.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** Tools that install Cilium by settings with names of their own. */
export type Tool = keyof typeof data.tools;

/** A tool's own key, and what the tool makes of it. */
export interface ToolKey {
  readonly key: KeyPath;
  /** In the tool's dialect; empty where what stands below the key are values from the root on. */
  readonly path: KeyPath;
  readonly values?: readonly OnOff[] | undefined;
  /** Another key without which the tool refuses this one. */
  readonly needs?: { readonly versions: string; readonly key: KeyPath } | undefined;
}

interface OnOff {
  readonly versions: string;
  readonly on: string;
  readonly off: string;
}

const dialects: Readonly<Record<Tool, SettingsDialect>> = { kops: 'agent', kubespray: 'helm' };
const keys: Readonly<Record<Tool, readonly ToolKey[]>> = {
  kops: data.tools.kops.keys,
  kubespray: data.tools.kubespray.keys,
};

/** What a tool turns its own keys into. */
export function dialectOf(tool: Tool): SettingsDialect {
  return dialects[tool];
}

/** A tool's own keys, weakest first. */
export function keysOfTool(tool: Tool): readonly ToolKey[] {
  return keys[tool];
}

/** What a tool writes for the value of its own key. Without a version it is that of the newest. */
export function translated(
  { values }: ToolKey,
  value: SettingScalar,
  dialect: SettingsDialect,
  version: CiliumVersion | undefined,
): SettingScalar {
  const asWritten = dialect === 'agent' && value !== null ? String(value) : value;
  if (values === undefined || typeof value !== 'boolean') return asWritten;
  const row = version === undefined ? values.at(-1) : values.find((each) => inRange(version, each.versions));
  if (row === undefined) return asWritten;
  return value ? row.on : row.off;
}

/** The key that has to be true as well, if the tool asks for it. Without a version it does. */
export function companionOf({ needs }: ToolKey, version: CiliumVersion | undefined): KeyPath | undefined {
  if (needs === undefined || (version !== undefined && !inRange(version, needs.versions))) return undefined;
  return needs.key;
}
