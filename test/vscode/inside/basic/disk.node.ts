import { readFile, rename, rm, writeFile } from 'node:fs/promises';

import { afterEach, describe, it } from 'mocha';

import { closeAll, namespace, open, problemOfValues, values, valuesBreakNothing } from '../workspace.ts';

describe('What another program does on the disk is seen', () => {
  afterEach(closeAll);

  it('when it writes a file in place, as a shell does', async () => {
    await open(values);
    await problemOfValues();
    const text = await readFile(namespace.fsPath, 'utf8');
    await writeFile(namespace.fsPath, text.replace('enabled', 'disabled'));
    await valuesBreakNothing();
    await writeFile(namespace.fsPath, text);
    await problemOfValues();
  });

  it('when it moves a new file to the place of the old one, as git does', async () => {
    await open(values);
    await problemOfValues();
    const text = await readFile(namespace.fsPath, 'utf8');
    await replace(namespace.fsPath, text.replace('enabled', 'disabled'));
    await valuesBreakNothing();
    await replace(namespace.fsPath, text);
    await problemOfValues();
  });

  it('when it deletes a file', async () => {
    await open(values);
    await problemOfValues();
    const text = await readFile(namespace.fsPath, 'utf8');
    await rm(namespace.fsPath);
    await valuesBreakNothing();
    await writeFile(namespace.fsPath, text);
    await problemOfValues();
  });
});

async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
