/**
 * Writes schemas/cilium/keys.json from the developers' shared folder (optional): `node scripts/knowledge/keys.ts`.
 * A test compares the file with what this script makes of the facts, where the folder is present.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '../..');
export const factsFile = join(root, '../shared/facts/cilium-values.json');
export const keysFile = join(root, 'schemas/cilium/keys.json');

/** One key in one minor, as it was read off a released chart. */
export interface KeyFact {
  readonly default?: unknown;
  readonly type?: string;
  readonly schema?: { readonly type?: string | readonly string[] } | null;
  readonly commented?: string;
  readonly templateOnly?: boolean;
}

export interface KeyFacts {
  readonly versions: readonly string[];
  readonly keys: Readonly<Record<string, Readonly<Record<string, KeyFact>>>>;
}

/**
 * Paths that reading the charts' comments got wrong: examples inside comments, members of another key whose block
 * stands next to it, and built-in objects of Helm.
 */
const misread = [
  /^Capabilities(\.|$)/,
  /^(admin|remote|server)\.cert$/,
  /^monitor\.(algorithm|standalone|mode|acceleration|dsrDispatch|serviceTopology)$/,
  /^ciliumEndpointSlice\.(nodes|limit|burst)$/,
  /^loadBalancer$/,
  // Only a check reads it, which refuses it.
  /^endpointStatus$/,
  // From 1.12 on templates read it only in place of a `socketLB` that somebody set to null.
  /^hostServices$/,
];

/** Removed keys that templates still read from some minor on, only to say that they are gone. */
const guardedFrom: Readonly<Record<string, string>> = {
  'ciliumEndpointSlice.sliceMode': '1.18',
  'clustermesh.apiserver.tls.ca.cert': '1.15',
  'clustermesh.apiserver.tls.ca.key': '1.15',
  'containerRuntime.integration': '1.16',
  enableCiliumEndpointSlice: '1.18',
  enableCnpStatusUpdates: '1.15',
  enableK8sEventHandover: '1.15',
  'encryption.interface': '1.16',
  'encryption.keyFile': '1.16',
  'encryption.mountPath': '1.16',
  'encryption.secretName': '1.16',
  'etcd.managed': '1.16',
  'ipam.operator.clusterPoolIPv4PodCIDR': '1.14',
  'ipam.operator.clusterPoolIPv6PodCIDR': '1.14',
  'proxy.prometheus.enabled': '1.16',
  'proxy.prometheus.port': '1.16',
  remoteNodeIdentity: '1.16',
  tunnel: '1.15',
};

/** The minor from which on the chart ships a values.schema.json, which Helm holds the values against. */
const typedSince = '1.16';

/** Image tags and digests change with every release and tell nothing. */
const withoutDefault = /(^|\.)(tag|digest)$/;
const longestDefault = 60;

/** The content of keys.json: each key with its runs `FROM[-TO] PRESENCE TYPE [DEFAULT]` of minors. */
function compactKeys(facts: KeyFacts): Readonly<Record<string, readonly string[]>> {
  const minors = facts.versions.map(minorOf);
  const paths = Object.keys(facts.keys).filter((path) => !misread.some((pattern) => pattern.test(path)));
  return Object.fromEntries(
    paths.sort().map((path) => [plainPath(path), runs(minors, path, facts.keys[path] ?? {})]),
  );
}

function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** `nodeSelector."kubernetes.io/os"` as `nodeSelector.kubernetes.io/os`: how a joined key path looks. */
function plainPath(path: string): string {
  return path.replaceAll('"', '');
}

function runs(
  minors: readonly string[],
  path: string,
  byMinor: Readonly<Record<string, KeyFact>>,
): readonly string[] {
  const found: { from: string; to: string; text: string }[] = [];
  const guarded = minors.indexOf(guardedFrom[path] ?? '');
  let previous: string | undefined;
  for (const minor of guarded === -1 ? minors : minors.slice(0, guarded)) {
    const fact = byMinor[minor];
    const text = fact === undefined ? undefined : describe(path, fact);
    const run = found.at(-1);
    if (text !== undefined && run !== undefined && text === previous) {
      run.to = minor;
    } else if (text !== undefined) {
      found.push({ from: minor, to: minor, text });
    }
    previous = text;
  }
  const newest = minors.at(-1);
  return found.map(({ from, to, text }) => `${from}-${to === newest ? '' : to} ${text}`);
}

function describe(path: string, fact: KeyFact): string {
  if (fact.templateOnly === true) {
    return 'template any';
  }
  if (fact.commented !== undefined) {
    return `commented any${defaultText(path, scalarOf(fact.commented))}`;
  }
  return `value ${typeText(fact)}${defaultText(path, fact.default)}`;
}

function scalarOf(comment: string): unknown {
  try {
    return JSON.parse(comment);
  } catch {
    return comment;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int: 'integer',
  map: 'object',
  list: 'array',
  null: 'any',
};

function typeText(fact: KeyFact): string {
  const schemaType = fact.schema?.type;
  if (schemaType !== undefined) {
    return typeof schemaType === 'string' ? schemaType : [...schemaType].sort().join('|');
  }
  return typeNames[fact.type ?? 'null'] ?? fact.type ?? 'any';
}

function defaultText(path: string, value: unknown): string {
  const text = JSON.stringify(value);
  return withoutDefault.test(path) || text.length > longestDefault ? '' : ` ${text}`;
}

/** keys.json as text. */
export async function keysText(facts: KeyFacts): Promise<string> {
  const content = {
    $schema: './keys.schema.json',
    minors: facts.versions.map(minorOf),
    typedSince,
    source: facts.versions.map((version) => `chart ${version} values.yaml, values.schema.json and templates`),
    keys: compactKeys(facts),
  };
  return format(JSON.stringify(content), { ...(await resolveConfig(keysFile)), parser: 'json' });
}

export function readFacts(): KeyFacts {
  return parseFacts(readFileSync(factsFile, 'utf8'));
}

/** The facts are made by a script of the same folder, so their form is taken on trust. */
const parseFacts: (text: string) => KeyFacts = JSON.parse;

if (import.meta.main) {
  if (existsSync(factsFile)) {
    writeFileSync(keysFile, await keysText(readFacts()));
  } else {
    console.error(
      `There is no ${factsFile}: the facts about the charts lie in the developers' shared folder.`,
    );
    process.exitCode = 1;
  }
}
