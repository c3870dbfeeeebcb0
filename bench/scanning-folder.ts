import { hash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const corpus = join(import.meta.dirname, '..', '..', 'shared', 'corpus');

/**
 * Fills a folder with so many YAML files: of real repositories where the developers' shared folder has them (the same
 * ones every time, from all over them), else made up. Returns where they come from.
 */
export function makeScanningFolder(folder: string, count: number): string {
  const real = existsSync(corpus) ? yamlFilesOf(corpus) : [];
  if (real.length < count) {
    for (let i = 0; i < count; i++) write(folder, madeUpPath(i), madeUpManifest(i));
    return 'made-up manifests';
  }
  const chosen = real
    .toSorted((left, right) => (hash('sha1', left) < hash('sha1', right) ? -1 : 1))
    .slice(0, count);
  for (const path of chosen) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(corpus, path), join(folder, path));
  }
  return `${count} of ${real.length} files of real repositories`;
}

function yamlFilesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.ya?ml$/.test(path));
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function madeUpPath(i: number): string {
  const folder = `clusters/c${Math.floor(i / 1_000)}`;
  return isCilium(i) ? `${folder}/cilium/values.yaml` : `${folder}/apps/app${i % 50}/${i}.yaml`;
}

/**
 * One Cilium install and ten namespaces in a mesh for each of ten clusters; a fifth of the rest are workloads, as in
 * real repositories, and what is left says nothing that concerns us.
 */
function madeUpManifest(i: number): string {
  if (isCilium(i)) return 'kubeProxyReplacement: true\nk8sServiceHost: 10.0.0.1\nipam:\n  mode: kubernetes\n';
  if (i % 1_000 < 11) {
    return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: n${i}\n  labels:\n    istio-injection: enabled\n`;
  }
  return i % 5 === 0 ? workload(i) : settings(i);
}

function isCilium(i: number): boolean {
  return i % 1_000 === 0;
}

function workload(i: number): string {
  const container = (n: number): string => `        - name: container-${n}
          image: registry.example/team/app-${i}:1.${n}.0
          ports:
            - containerPort: ${8_000 + n}
          env:
            - name: LOG_LEVEL
              value: info
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
`;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${i}
  namespace: n${i % 100}
spec:
  replicas: 2
  template:
    spec:
      containers:
${Array.from({ length: i % 200 === 5 ? 100 : 6 }, (_, n) => container(n)).join('')}`;
}

function settings(i: number): string {
  const lines = Array.from({ length: 60 }, (_, n) => `  setting-${n}: "what app ${i} reads at its start"`);
  return ['apiVersion: v1', 'kind: ConfigMap', 'metadata:', `  name: app-${i}`, 'data:', ...lines, ''].join(
    '\n',
  );
}
