import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { readers } from '../../../server/src/features/readers.ts';
import { createFactIndex } from '../../../server/src/workspace/fact-index.ts';

setFlagsFromString('--expose-gc');

const name = 'a-name-of-more-than-thirteen-letters';
const metadata = `metadata:\n  name: ${name}\n  namespace: ${name}\n`;
const labels = `  labels:\n    example.com/${name}: ${name}\n`;
const pods = `    metadata:\n      labels:\n        app: ${name}\n    spec:\n      serviceAccountName: ${name}\n`;
const ports = `      containers:\n        - ports:\n            - name: ${name}\n              containerPort: 80\n`;

/** Files that are read line by line: a parser makes texts of its own. */
const files: Readonly<Record<string, string>> = {
  'namespace.yaml': `apiVersion: v1\nkind: Namespace\n${metadata}${labels}`,
  'service.yaml': `apiVersion: v1\nkind: Service\n${metadata}spec:\n  selector:\n    app: ${name}\n`,
  'deployment.yaml': `apiVersion: apps/v1\nkind: Deployment\n${metadata}spec:\n  template:\n${pods}${ports}`,
  'release.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n${metadata}spec:\n  interval: 1h\n`,
  'kustomization.yaml': `resources:\n  - ${name}.yaml\n#  - ${name}/kustomization.yaml\n`,
  'suppressed.yaml': `# cilium-mesh-lint-ignore-file socket-lb-bypasses-mesh: ${name}\n`,
  'install.sh': `helm install cilium cilium/cilium --namespace ${name} --values ${name}.yaml\n`,
};

const copies = 20;
const commentLength = 100_000;

/** A text with a long comment behind it, as if it was read from a disk: in one piece, and no other's. */
function longText(text: string): string {
  return Buffer.from(`${text}# ${'x'.repeat(commentLength)}\n`).toString();
}

function bytesInUse(): number {
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}

describe('the memory of the index', () => {
  for (const [path, text] of Object.entries(files)) {
    it(`holds facts of ${path}, but not its text`, () => {
      const index = createFactIndex(readers);
      index.update('file:///first.yaml', text);
      const before = bytesInUse();
      for (let copy = 0; copy < copies; copy++) index.update(`file:///${copy}/${path}`, longText(text));
      const bytes = (bytesInUse() - before) / copies;
      assert.notEqual(index.files().get(`file:///0/${path}`)?.facts.length, 0);
      assert.ok(bytes < commentLength / 2, `${bytes} bytes are kept of a file`);
    });
  }
});
