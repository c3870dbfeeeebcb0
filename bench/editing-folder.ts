import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const charts = join(import.meta.dirname, '..', '..', 'shared', 'charts');

/**
 * Fills a folder with what the editing benchmark opens: the values of the Cilium chart with kube-proxy replacement on,
 * their schema, and a namespace in a mesh, so that there is something to find. Where the charts of the developers'
 * shared folder are missing, values of like size are made up. Returns where they come from.
 */
export function makeEditingFolder(folder: string): string {
  const chart = existsSync(charts)
    ? readdirSync(charts).find((name) => name.startsWith('cilium-1.18.'))
    : undefined;
  if (chart === undefined) {
    writeFileSync(join(folder, 'values.yaml'), `kubeProxyReplacement: true\n${madeUpValues()}`);
    writeFileSync(join(folder, 'values.schema.json'), JSON.stringify(madeUpSchema()));
  } else {
    for (const file of ['values.yaml', 'values.schema.json']) {
      const options = ['-xzOf', join(charts, chart), `cilium/${file}`];
      const text = execFileSync('tar', options, { encoding: 'utf8', maxBuffer: 10_000_000 });
      writeFileSync(
        join(folder, file),
        text.replace('kubeProxyReplacement: "false"', 'kubeProxyReplacement: "true"'),
      );
    }
  }
  const namespace = ['apiVersion: v1', 'kind: Namespace', 'metadata:', '  name: shop', '  labels:'];
  writeFileSync(
    join(folder, 'namespace.yaml'),
    [...namespace, '    istio-injection: enabled', ''].join('\n'),
  );
  const lines = readFileSync(join(folder, 'values.yaml'), 'utf8').split('\n').length;
  return `${chart ?? 'made-up values'}, ${lines} lines`;
}

const sections = Array.from({ length: 130 }, (_, i) => `section${i}`);
const settings = Array.from({ length: 24 }, (_, i) => `setting${i}`);

function madeUpValues(): string {
  const setting = (name: string, i: number): string =>
    `  # -- What ${name} does, in the length that comments of charts have.\n  ${name}: ${i % 3 === 0 ? 'true' : `value${i}`}`;
  return sections.map((section) => `${section}:\n${settings.map(setting).join('\n')}\n`).join('');
}

function madeUpSchema(): object {
  const leaf = { type: ['boolean', 'string'] };
  const section = { type: 'object', properties: Object.fromEntries(settings.map((name) => [name, leaf])) };
  return { type: 'object', properties: Object.fromEntries(sections.map((name) => [name, section])) };
}
