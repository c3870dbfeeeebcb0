import assert from 'node:assert/strict';
import { chmodSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { runCli } from './run-cli.ts';
import { broken, mendedValues } from './workspace.ts';

describe('cilium-mesh-lint check --fix', () => {
  it('writes the fix, tells so, and reports what remains', async (test) => {
    const folder = temporaryFolder(test, broken);
    const path = join(folder, 'cilium/values.yaml');
    const { status, stdout, stderr } = await runCli(folder, ['check', '--fix']);
    assert.equal(status, 0);
    assert.equal(stderr, 'cilium-mesh-lint: cilium/values.yaml mended.\n');
    assert.match(stdout, /^Nothing found/);
    assert.equal(readFileSync(path, 'utf8'), mendedValues);
    assert.deepEqual(readdirSync(join(folder, 'cilium')), ['values.yaml']);
  });

  it('changes nothing the second time', async (test) => {
    const folder = temporaryFolder(test, broken);
    await runCli(folder, ['check', '--fix']);
    const { stderr } = await runCli(folder, ['check', '--fix']);
    assert.equal(stderr, '');
    assert.equal(readFileSync(join(folder, 'cilium/values.yaml'), 'utf8'), mendedValues);
  });

  it('keeps line ends, byte order mark and mode', async (test) => {
    const folder = temporaryFolder(test, {
      ...broken,
      'cilium/values.yaml': '\uFEFFkubeProxyReplacement: true\r\nk8sServiceHost: 10.0.0.10\r\n',
    });
    const path = join(folder, 'cilium/values.yaml');
    chmodSync(path, 0o640);
    await runCli(folder, ['check', '--fix']);
    assert.equal(readFileSync(path, 'utf8'), `\uFEFF${mendedValues.replaceAll('\n', '\r\n')}`);
    assert.equal(statSync(path).mode & 0o777, 0o640);
  });

  it('mends a script and keeps it executable', async (test) => {
    const folder = temporaryFolder(test, {
      'shop.yaml': broken['shop.yaml'] ?? '',
      'install.sh':
        'helm upgrade -i cilium cilium/cilium --version 1.13.2 \\\n  --set kubeProxyReplacement=strict\n',
    });
    chmodSync(join(folder, 'install.sh'), 0o755);
    await runCli(folder, ['check', '--fix']);
    assert.equal(
      readFileSync(join(folder, 'install.sh'), 'utf8'),
      'helm upgrade -i cilium cilium/cilium --version 1.13.2 \\\n  --set kubeProxyReplacement=strict \\\n  --set socketLB.hostNamespaceOnly=true\n',
    );
    assert.equal(statSync(join(folder, 'install.sh')).mode & 0o777, 0o755);
  });

  it('leaves a read-only file alone, mends the others, and ends with 2', async (test) => {
    const folder = temporaryFolder(test, {
      ...broken,
      'edge/values.yaml': broken['cilium/values.yaml'] ?? '',
    });
    const readOnly = join(folder, 'cilium/values.yaml');
    chmodSync(readOnly, 0o444);
    const { status, stdout, stderr } = await runCli(folder, ['check', '--fix']);
    assert.equal(status, 2);
    assert.match(stderr, /cilium\/values\.yaml is marked read-only; it was left as it is\./);
    assert.match(stdout, /1 error in/);
    assert.equal(readFileSync(readOnly, 'utf8'), broken['cilium/values.yaml']);
    assert.equal(readFileSync(join(folder, 'edge/values.yaml'), 'utf8'), mendedValues);
  });

  it('reports in JSON what remains', async (test) => {
    const folder = temporaryFolder(test, broken);
    const { status, stdout } = await runCli(folder, ['check', '--fix', '--format', 'json']);
    assert.equal(status, 0);
    assert.match(stdout, /"findings": \[\]/);
  });
});
