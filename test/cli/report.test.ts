import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { runCli } from './run-cli.ts';
import { broken } from './workspace.ts';

describe('a report', () => {
  it('is written to a file, whatever is found', async (t) => {
    const folder = temporaryFolder(t, broken);
    const { status, stdout, stderr } = await runCli(folder, ['report', '--html', 'report.html']);
    assert.equal(status, 0, stderr);
    assert.equal(stdout, '');
    assert.equal(stderr, 'cilium-mesh-lint: report.html written.\n');
    const page = readFileSync(join(folder, 'report.html'), 'utf8');
    assert.match(page, /^<!DOCTYPE html>/);
    assert.match(page, /socket-lb-bypasses-mesh/);
  });

  it('goes to the standard output as well', async (t) => {
    const { status, stdout } = await runCli(temporaryFolder(t, broken), ['report', '--html', '-', '.']);
    assert.equal(status, 0);
    assert.match(stdout, /<\/html>\n$/);
  });

  it('tells what is missing', async (t) => {
    const folder = temporaryFolder(t, broken);
    assert.match((await runCli(folder, ['report'])).stderr, /--html FILE/);
    assert.match(
      (await runCli(folder, ['report', '--html', 'x.html', 'nowhere'])).stderr,
      /no file or folder nowhere/,
    );
    const unwritable = await runCli(folder, ['report', '--html', 'nowhere/x.html']);
    assert.equal(unwritable.status, 2);
    assert.match(unwritable.stderr, /could not be written/);
  });
});
