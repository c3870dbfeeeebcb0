import assert from 'node:assert/strict';

import { after, afterEach, before, it } from 'mocha';
import { type Uri, workspace } from 'vscode';

import { labelOf } from '../asking.ts';
import { closeAll, codeOf, fileOf, problems, until } from '../workspace.ts';
import { theirProblems, withoutTheirChecks } from './diagnostics.ts';
import { offered, openWith } from './texts.ts';

const mistakes: readonly (readonly [what: string, text: string, problems: number])[] = [
  ['what has no effect', 'severities:\n  two-meshes: loud\n  nothing-like-it: error\n', 2],
  ['what is no YAML', 'kernel: "5.15\n', 1],
];

export function configurationTests(): void {
  const names = ['.cilium-mesh-lint.yaml', '.cilium-mesh-lint.yml'];

  before(async () => {
    for (const name of names) await workspace.fs.writeFile(fileOf(name), new Uint8Array());
  });
  afterEach(closeAll);
  after(async () => {
    for (const name of names) await workspace.fs.delete(fileOf(name));
  });

  for (const name of names) {
    const file = fileOf(name);

    it(`${name} is completed by our schema`, async () => {
      assert.deepEqual((await offered(file, '‸')).map(labelOf).sort(), [
        'cilium',
        'clusters',
        'ignore',
        'kernel',
        'severities',
        'suppressions',
      ]);
      assert.ok(
        (await offered(file, 'severities:\n  two-meshes: ‸')).some((item) => labelOf(item) === 'warning'),
      );
    });

    for (const [what, text, count] of mistakes) {
      it(`${what} in ${name} is told once: by our schema, or by us while nobody goes by that`, async () => {
        await openWith(file, text);
        await told(file, { byThem: count, byUs: 0 });
        await withoutTheirChecks(() => told(file, { byThem: 0, byUs: count }));
        await told(file, { byThem: count, byUs: 0 });
      });
    }
  }
}

/** How many problems each speaks of. */
async function told(file: Uri, { byThem, byUs }: { byThem: number; byUs: number }): Promise<void> {
  await until(`${byThem} problems told by them, ${byUs} by us`, () => {
    const ours = problems(file).filter((problem) => codeOf(problem) === 'invalid-configuration');
    return theirProblems(file).length === byThem && ours.length === byUs ? true : undefined;
  });
}
