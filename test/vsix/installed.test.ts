import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';

import { hover, lines, pointAt, squiggles, textOf } from './editor.ts';
import { inWindow } from './in-window.ts';
import { lightbulb, press } from './keys.ts';
import { picture, picturesForWalkthrough } from './pictures.ts';

const added = '  socketLB:\n    hostNamespaceOnly: true\n';
const size = { width: 1060, height: 540 };

await inWindow(
  'The packaged extension, installed and used by hand',
  { fixture: 'vsix/harbour', size },
  (window) => {
    it('underlines the key in a values file opened from the explorer', async () => {
      const { page } = window();
      for (const folder of ['clusters', 'north', 'cilium']) {
        await page.getByRole('treeitem', { name: folder, exact: true }).click();
      }
      await page.getByRole('treeitem', { name: 'values.yaml' }).dblclick();
      await squiggles(page).waitFor();
      assert.equal(await squiggles(page).count(), 1);
      assert.match(await textOf(lines(page)), /kubeProxyReplacement: true/);
    });

    it('says under the mouse what breaks, and where the mesh was seen', async () => {
      const { page } = window();
      await lines(page).filter({ hasText: 'native in prod.yaml' }).waitFor();
      await pointAt(page, 'kubeProxyReplacement', 'move');
      await hover(page).filter({ hasText: 'namespace.yaml' }).waitFor();
      assert.match(
        await textOf(hover(page)),
        /before the Istio sidecars of namespace `orders` can see the call/,
      );
      await picture(page, 'inline-warning');
      await page.mouse.move(1000, 450);
      await hover(page).waitFor({ state: 'hidden' });
    });

    it('lists the problems with their evidence', async () => {
      const { page } = window();
      await press(page, 'Control+Shift+M');
      const problem = page
        .locator('.markers-panel .monaco-list-row')
        .filter({ hasText: 'socket-lb-bypasses-mesh' })
        .first();
      await problem.waitFor();
      assert.match(await textOf(problem), /Cilium 1\.18\.4/);
      assert.match(await textOf(page.locator('.markers-panel')), /namespace\.yaml/);
      await picturesForWalkthrough(page, 'problems', { width: 730, height: 450 }, () => problem.waitFor());
      await press(page, 'Control+Shift+M');
      await problem.waitFor({ state: 'hidden' });
    });

    it('offers the fix behind Ctrl+.', async () => {
      const { page } = window();
      await pointAt(page, 'kubeProxyReplacement', 'click');
      const fix = await lightbulb(page, 'hostNamespaceOnly');
      assert.match(await textOf(fix), /socketLB\.hostNamespaceOnly/);
      await press(page, 'Escape');
      await picturesForWalkthrough(page, 'quick-fix', { width: 700, height: 410 }, () =>
        lightbulb(page, 'hostNamespaceOnly'),
      );
      await (await lightbulb(page, 'hostNamespaceOnly')).click();
    });

    it('inserts the key and takes the underline away', async () => {
      const { page, folder } = window();
      const valuesFile = join(folder, 'clusters/north/cilium/values.yaml');
      const before = await readFile(valuesFile, 'utf8');
      await lines(page).filter({ hasText: 'hostNamespaceOnly' }).waitFor();
      await squiggles(page).first().waitFor({ state: 'detached' });
      const unsaved = page.locator('.tab.dirty');
      await unsaved.waitFor();
      await press(page, 'Control+S');
      await unsaved.waitFor({ state: 'detached' });
      const after = await readFile(valuesFile, 'utf8');
      assert.ok(after.includes(added), after);
      assert.equal(after.replace(added, ''), before);
    });

    it('explains the key under the mouse', async () => {
      const { page } = window();
      await pointAt(page, 'kubeProxyReplacement', 'move');
      await hover(page).waitFor();
      assert.match(await textOf(hover(page)), /kube-proxy/);
      assert.match(await textOf(hover(page)), /socketLB\.hostNamespaceOnly/);
    });
  },
);
