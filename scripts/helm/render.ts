import { execFile } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import type { Helm } from './obtain.ts';

/** What the chart made of values: the data of its `cilium-config`, or why it made nothing. */
export type RenderedConfig =
  | { readonly kind: 'rendered'; readonly data: ReadonlyMap<string, string> }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Renders a packed Cilium chart and reads the ConfigMap that the agent would start with.
 *
 * @param chart path of a `.tgz`
 * @param values any object; Helm reads it from its standard input as JSON
 * @param flags further arguments, such as `--set`, `a=b`
 */
export async function renderCiliumConfig(
  helm: Helm,
  chart: string,
  values: object,
  flags: readonly string[] = [],
): Promise<RenderedConfig> {
  const { code, stdout, stderr } = await runHelm(helm, chart, JSON.stringify(values), [
    ...flags,
    ...onlyConfig,
  ]);
  if (code !== 0) return { kind: 'refused', message: lastError(stderr) };
  return { kind: 'rendered', data: configData(stdout) };
}

/** All objects that the chart made of values, as text. */
export type RenderedObjects =
  | { readonly kind: 'rendered'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Renders a whole chart, but for Hubble's certificates, which are other ones every time. */
export async function renderObjects(helm: Helm, chart: string, values: object): Promise<RenderedObjects> {
  const withoutChance = ['--set', 'hubble.tls.enabled=false', '--set', 'hubble.tls.auto.enabled=false'];
  const { code, stdout, stderr } = await runHelm(helm, chart, JSON.stringify(values), withoutChance);
  return code === 0 ? { kind: 'rendered', text: stdout } : { kind: 'refused', message: lastError(stderr) };
}

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Templates of other objects run too, so that a check in any of them shows; only the ConfigMap is printed. */
const onlyConfig = ['--show-only', 'templates/cilium-configmap.yaml'];

function runHelm(helm: Helm, chart: string, values: string, flags: readonly string[]): Promise<Outcome> {
  const args = ['template', 'cilium', chart, '--namespace', 'kube-system', '--values', '-', ...flags];
  return new Promise((resolve) => {
    const options = { timeout: 60_000, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(helm.executable, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
    child.stdin?.end(values);
  });
}

function lastError(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('level='));
  return lines.find((line) => line.includes('Error:')) ?? lines.at(-1) ?? 'no message';
}

/** `extraConfig` may repeat a key that the chart rendered before: the last one counts, as in the cluster. */
function configData(output: string): ReadonlyMap<string, string> {
  const documents = parseAllDocuments(output, { uniqueKeys: false, schema: 'failsafe' });
  for (const document of documents) {
    const content: unknown = document.toJS();
    if (isConfigMap(content)) return new Map(Object.entries(content.data));
  }
  return new Map();
}

function isConfigMap(content: unknown): content is { readonly data: Readonly<Record<string, string>> } {
  return typeof content === 'object' && content !== null && 'data' in content;
}
