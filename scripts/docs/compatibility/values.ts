import { existsIn } from '../../../server/src/knowledge/keys.ts';
import type { KeyPath, Read, SettingScalar } from '../../../server/src/knowledge/reading.ts';
import { refusalOf } from '../../../server/src/knowledge/refusals.ts';
import { keyOf } from '../../../server/src/knowledge/setting-keys.ts';
import type { Concept } from '../../../server/src/knowledge/setting-rows.ts';
import { replacesKubeProxy } from '../../../server/src/knowledge/socket-lb.ts';
import type { CiliumVersion } from '../../../server/src/knowledge/version-range.ts';

/** Keys of the chart's values, joined with dots, with what is written there. */
export type Values = Readonly<Record<string, SettingScalar>>;

/** Answers like an installation whose values are these and no others. */
export function reading(values: Values): Read {
  return (path, dialect) => {
    const value = dialect === 'helm' ? values[path.join('.')] : undefined;
    return value === undefined ? { kind: 'absent' } : { kind: 'known', value };
  };
}

/** Whether a version installs with these values. */
export function isTaken(version: CiliumVersion, values: Values): boolean {
  return refusalOf(version, reading(values)) === undefined;
}

/** Whether the chart of a version knows every key. */
export function knowsKeys(version: CiliumVersion, values: Values): boolean {
  return Object.keys(values).every((key) => existsIn(key.split('.'), version));
}

/** What people write there to turn kube-proxy replacement on, the plainest first. */
const waysOfReplacing = [true, 'strict'] as const;

/** `kubeProxyReplacement` on, as a version spells it. */
export function replacement(version: CiliumVersion): Values {
  const value = waysOfReplacing.find((candidate) => {
    const values = { kubeProxyReplacement: candidate };
    return isTaken(version, values) && replacesKubeProxy(version, reading(values)) === 'yes';
  });
  return value === undefined ? {} : { kubeProxyReplacement: value };
}

/** A concept set to a value by the key of a version; `fallback` names the key where the version has none. */
export function setting(
  concept: Concept,
  value: SettingScalar,
  version: CiliumVersion,
  fallback: KeyPath,
): Values {
  return { [(keyOf(concept, version) ?? fallback).join('.')]: value };
}

/** A key and its value as they stand in a message: `socketLB.enabled: true`. */
export function written(values: Values): readonly string[] {
  return Object.entries(values).map(([key, value]) => `\`${key}: ${String(value)}\``);
}

/** The same as YAML. */
export function asYaml(values: Values): string {
  const root: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) put(root, key.split('.'), value);
  return yamlOf(root, '');
}

type Tree = Record<string, unknown>;

function put(tree: Tree, [first = '', ...others]: readonly string[], value: SettingScalar): void {
  if (others.length === 0) {
    tree[first] = value;
    return;
  }
  const inner = tree[first];
  const child: Tree = isTree(inner) ? inner : {};
  tree[first] = child;
  put(child, others, value);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

function yamlOf(tree: Tree, indent: string): string {
  return Object.entries(tree)
    .map(([key, value]) =>
      isTree(value)
        ? `${indent}${key}:\n${yamlOf(value, `${indent}  `)}`
        : `${indent}${key}: ${JSON.stringify(value).replaceAll('"', "'")}\n`,
    )
    .join('');
}
