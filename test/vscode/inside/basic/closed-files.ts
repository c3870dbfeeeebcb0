import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { workspace } from 'vscode';

import { read, write } from '../files.ts';
import {
  closeAll,
  codeOf,
  fileOf,
  namespace,
  open,
  problemOfValues,
  ruleName,
  until,
  values,
  valuesBreakNothing,
} from '../workspace.ts';

describe('A file that is not open', () => {
  afterEach(closeAll);

  it('has its problem in the Problems list once any YAML file has been opened', async () => {
    await open(namespace);
    const problem = await problemOfValues();
    assert.equal(codeOf(problem), ruleName);
    assert.ok(
      !workspace.textDocuments.some(({ uri }) => uri.toString() === values.toString()),
      'it is still closed',
    );
  });

  it('is forgotten when it is deleted, and read when it is there again', async () => {
    await open(values);
    await problemOfValues();
    const text = await read(namespace);
    await workspace.fs.delete(namespace);
    try {
      await valuesBreakNothing();
    } finally {
      await write(namespace, text);
    }
    await problemOfValues();
  });

  it('is followed when its folder is renamed', async () => {
    await open(values);
    await problemOfValues();
    const [from, to] = [fileOf('apps'), fileOf('services')];
    await workspace.fs.rename(from, to);
    try {
      await evidenceIn('services/namespace.yaml');
    } finally {
      await workspace.fs.rename(to, from);
    }
    await evidenceIn('apps/namespace.yaml');
  });

  it('is not read while .gitignore names it', async () => {
    await open(values);
    await problemOfValues();
    const ignored = fileOf('.gitignore');
    await write(ignored, 'apps/\n');
    try {
      await valuesBreakNothing();
    } finally {
      await workspace.fs.delete(ignored);
    }
    await problemOfValues();
  });
});

/** Waits until the problem of the values names a file as where the mesh was seen. */
async function evidenceIn(path: string): Promise<void> {
  await until(`evidence in ${path}`, async () => {
    const { relatedInformation = [] } = await problemOfValues();
    return relatedInformation.some(({ location }) => location.uri.path.endsWith(`/${path}`))
      ? true
      : undefined;
  });
}
