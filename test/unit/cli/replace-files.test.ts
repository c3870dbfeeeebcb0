import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, lstatSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { replaceFiles } from '../../../server/src/cli/replace-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('replaceFiles', () => {
  it('replaces a text and leaves nothing beside it', (test) => {
    const folder = temporaryFolder(test, { 'a.yaml': 'a: 1\r\n' });
    const problem = replaceFiles([{ path: join(folder, 'a.yaml'), before: 'a: 1\r\n', after: 'a: 2\r\n' }]);
    assert.equal(problem, undefined);
    assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), 'a: 2\r\n');
    assert.deepEqual(readdirSync(folder), ['a.yaml']);
  });

  it('keeps the mode', (test) => {
    const folder = temporaryFolder(test, { 'install.sh': 'echo 1\n' });
    const path = join(folder, 'install.sh');
    chmodSync(path, 0o754);
    replaceFiles([{ path, before: 'echo 1\n', after: 'echo 2\n' }]);
    assert.equal(statSync(path).mode & 0o777, 0o754);
  });

  it('writes through a link and leaves the link a link', (test) => {
    const folder = temporaryFolder(test, { 'base/values.yaml': 'a: 1\n' });
    mkdirSync(join(folder, 'overlay'));
    const link = join(folder, 'overlay/values.yaml');
    symlinkSync('../base/values.yaml', link);
    replaceFiles([{ path: link, before: 'a: 1\n', after: 'a: 2\n' }]);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(readFileSync(join(folder, 'base/values.yaml'), 'utf8'), 'a: 2\n');
    assert.deepEqual(readdirSync(join(folder, 'overlay')), ['values.yaml']);
  });

  it('keeps a byte order mark', (test) => {
    const folder = temporaryFolder(test, { 'a.yaml': '\uFEFFa: 1\n' });
    replaceFiles([{ path: join(folder, 'a.yaml'), before: 'a: 1\n', after: 'a: 2\n' }]);
    assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), '\uFEFFa: 2\n');
  });

  it('keeps UTF-16', (test) => {
    const folder = temporaryFolder(test, { 'a.yaml': Buffer.from('\uFEFFa: 1\n', 'utf16le') });
    replaceFiles([{ path: join(folder, 'a.yaml'), before: 'a: 1\n', after: 'a: 2\n' }]);
    assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf16le'), '\uFEFFa: 2\n');
  });

  it('writes all files or none', (test) => {
    const folder = temporaryFolder(test, { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' });
    chmodSync(join(folder, 'b.yaml'), 0o444);
    const problem = replaceFiles([
      { path: join(folder, 'a.yaml'), before: 'a: 1\n', after: 'a: 2\n' },
      { path: join(folder, 'b.yaml'), before: 'b: 1\n', after: 'b: 2\n' },
    ]);
    assert.deepEqual(problem, { path: join(folder, 'b.yaml'), reason: 'is marked read-only' });
    assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), 'a: 1\n');
    assert.deepEqual(readdirSync(folder), ['a.yaml', 'b.yaml']);
  });

  it('leaves a file alone that has changed meanwhile', (test) => {
    const folder = temporaryFolder(test, { 'a.yaml': 'a: 3\n' });
    const problem = replaceFiles([{ path: join(folder, 'a.yaml'), before: 'a: 1\n', after: 'a: 2\n' }]);
    assert.equal(problem?.reason, 'has changed since it was read');
    assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), 'a: 3\n');
  });

  it('leaves a file alone whose bytes it could not give back', (test) => {
    const bytes = Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a]);
    const folder = temporaryFolder(test, { 'a.yaml': bytes });
    const problem = replaceFiles([{ path: join(folder, 'a.yaml'), before: 'a: \uFFFD\n', after: 'a: 2\n' }]);
    assert.equal(problem?.reason, 'is not valid UTF-8');
    assert.deepEqual(readFileSync(join(folder, 'a.yaml')), bytes);
  });

  it('tells when a file is gone', (test) => {
    const folder = temporaryFolder(test, {});
    const problem = replaceFiles([{ path: join(folder, 'a.yaml'), before: '', after: 'a: 2\n' }]);
    assert.equal(problem?.reason, 'is gone');
  });
});
