import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseTestRun } from '../../host/arguments.ts';

const paths = ['--extensionDevelopmentPath=/ext', '--extensionTestsPath=/ext/out/index.cjs'];

describe('The arguments of the editor host', () => {
  it('are those that the test runner of VS Code passes', () => {
    const run = parseTestRun([
      '/workspace',
      '--user-data-dir=/data',
      '--extensions-dir=/extensions',
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-workspace-trust',
      ...paths,
    ]);
    assert.deepEqual(run, {
      extensionDevelopmentPaths: ['/ext'],
      extensionTestsPath: '/ext/out/index.cjs',
      userDataDir: '/data',
      extensionsDir: '/extensions',
      workspaceTrust: false,
      opened: '/workspace',
    });
  });

  it('may leave out the folder and keep the question of trust', () => {
    const run = parseTestRun(paths);
    assert.equal(run.opened, undefined);
    assert.equal(run.workspaceTrust, true);
  });

  it('may name several extensions', () => {
    const run = parseTestRun([...paths, '--extensionDevelopmentPath=/other']);
    assert.deepEqual(run.extensionDevelopmentPaths, ['/ext', '/other']);
  });

  it('must say what to test', () => {
    assert.throws(() => parseTestRun(paths.slice(1)), /extensionDevelopmentPath/);
    assert.throws(() => parseTestRun(paths.slice(0, 1)), /extensionTestsPath/);
  });
});
