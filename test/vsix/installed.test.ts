import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';

import { hover, lines, pointAt, squiggles, textOf } from './editor.ts';
import { inWindow } from './in-window.ts';
import { picture } from './pictures.ts';

const added = 'socketLB:\n  hostNamespaceOnly: true\n';

await inWindow(
  'The packaged extension, installed and used by hand',
  { fixture: 'vscode/basic' },
  (window) => {
    it('underlines the key in a values file opened from the explorer', async () => {
      const { page } = window();
      await page.getByRole('treeitem', { name: 'cilium' }).click();
      await page.getByRole('treeitem', { name: 'values.yaml' }).dblclick();
      await squiggles(page).waitFor();
      assert.equal(await squiggles(page).count(), 1);
      assert.match(await textOf(lines(page)), /kubeProxyReplacement: true/);
    });

    it('says under the mouse what breaks, and where the mesh was seen', async () => {
      const { page } = window();
      await pointAt(page, 'kubeProxyReplacement', 'move');
      await hover(page).waitFor();
      assert.match(await textOf(hover(page)), /Istio/);
      assert.match(await textOf(hover(page)), /namespace\.yaml/);
      await picture(page, 'inline-warning');
      await page.mouse.move(1200, 700);
      await hover(page).waitFor({ state: 'hidden' });
    });

    it('lists the problem with its evidence', async () => {
      const { page } = window();
      await page.keyboard.press('Control+Shift+M');
      const problem = page
        .locator('.markers-panel .monaco-list-row')
        .filter({ hasText: 'socket-lb-bypasses-mesh' });
      await problem.waitFor();
      assert.match(await textOf(problem), /Istio/);
      assert.match(await textOf(page.locator('.markers-panel')), /namespace\.yaml/);
      await picture(page, 'problems');
      await page.keyboard.press('Control+Shift+M');
      await problem.waitFor({ state: 'hidden' });
    });

    it('offers the fix behind Ctrl+.', async () => {
      const { page } = window();
      await pointAt(page, 'kubeProxyReplacement', 'click');
      await page.keyboard.press('Control+.');
      const fix = page.locator('.action-widget .action').filter({ hasText: 'hostNamespaceOnly' }).first();
      await fix.waitFor();
      assert.match(await textOf(fix), /socketLB\.hostNamespaceOnly/);
      await picture(page, 'quick-fix');
      await fix.click();
    });

    it('inserts the key and takes the underline away', async () => {
      const { page, folder } = window();
      const valuesFile = join(folder, 'cilium/values.yaml');
      const before = await readFile(valuesFile, 'utf8');
      await lines(page).filter({ hasText: 'hostNamespaceOnly' }).waitFor();
      await squiggles(page).first().waitFor({ state: 'detached' });
      const unsaved = page.locator('.tab.dirty');
      await unsaved.waitFor();
      await page.keyboard.press('Control+S');
      await unsaved.waitFor({ state: 'detached' });
      await page
        .getByRole('treeitem', { name: /problem/ })
        .first()
        .waitFor({ state: 'detached' });
      await picture(page, 'fixed');
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
      await picture(page, 'hover');
    });
  },
);
