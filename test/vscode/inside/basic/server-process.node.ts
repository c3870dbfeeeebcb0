import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { afterEach, describe, it } from 'mocha';

import { closeAll, open, problemOfValues, problems, until, values } from '../workspace.ts';

describe("The server's process", () => {
  afterEach(closeAll);

  it('comes back by itself after it has been killed', async () => {
    await open(values);
    await problemOfValues();
    process.kill(await serverProcess(), 'SIGKILL');
    await until('the old problems are gone', () => (problems(values).length === 0 ? true : undefined));
    await problemOfValues();
  });
});

/** The id of the server's process: a child of the extension host, as its arguments tell. */
async function serverProcess(): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,args=']);
  const mine = stdout
    .split('\n')
    .find((line) => line.includes('server.js') && line.includes(`--clientProcessId=${process.pid}`));
  assert.ok(mine, stdout);
  return Number.parseInt(mine, 10);
}
