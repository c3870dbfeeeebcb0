import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';

import { actionTitled, apply } from '../actions.ts';
import { withFile } from '../files.ts';
import { closeAll, fileOf, findingsOf, open, placeOf } from '../workspace.ts';
import { rule } from './fleet.ts';

const [wrong, right] = ['autoDirectNodeRoute', 'autoDirectNodeRoutes'];

const helm = 'helm upgrade --install cilium cilium/cilium --version 1.16.4';
const terraform = `resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "https://helm.cilium.io"
  chart      = "cilium"
  version    = "1.16.4"
  values     = [yamlencode({ ${right} = false })]
}
`;

/** Files in which settings stand, with one of the right name. */
const files: readonly (readonly [path: string, text: string])[] = [
  ['lab/install.sh', `${helm} --set ${right}=false\n`],
  ['lab/Makefile', `install:\n\t${helm} --set ${right}=false\n`],
  ['lab/Dockerfile', `FROM alpine\nRUN ${helm} --set ${right}=false\n`],
  ['lab/justfile', `install:\n    ${helm} --set ${right}=false\n`],
  ['lab/Tiltfile', `local('${helm} --set ${right}=false')\n`],
  ['lab/README.md', `# Lab\n\n\`\`\`sh\n${helm} --set ${right}=false\n\`\`\`\n`],
  ['lab/values.yaml.gotmpl', `kubeProxyReplacement: true\nk8sServiceHost: a.example\n${right}: false\n`],
];

describe('What is not saved yet is found wrong', () => {
  afterEach(closeAll);

  it('in Terraform, where people mend it by hand', async () => {
    const file = fileOf('lab/main.tf');
    await withFile(file, terraform, async () => {
      const editor = await open(file);
      await editor.edit((edit) => edit.replace(placeOf(editor, right), wrong));
      const [finding] = await findingsOf(rule, file, 1);
      assert.deepEqual(finding?.range, placeOf(editor, wrong));
      await closeAll();
    });
  });

  for (const [path, text] of files) {
    it(`and mended in ${path}`, async () => {
      const file = fileOf(path);
      await withFile(file, text, async () => {
        const editor = await open(file);
        await editor.edit((edit) => edit.replace(placeOf(editor, right), wrong));
        const [finding] = await findingsOf(rule, file, 1);
        assert.ok(finding);
        assert.deepEqual(finding.range, placeOf(editor, wrong));
        await apply(await actionTitled(`Rename to ${right}`, file, finding.range));
        assert.equal(editor.document.getText(), text);
        await findingsOf(rule, file, 0);
        await closeAll();
      });
    });
  }
});
