import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';

import type { Page } from '../host/browser.ts';
import { lenses, lines, pointAt, squiggles, textOf } from './editor.ts';
import { inWindow } from './in-window.ts';
import { lightbulb, openFile, press } from './keys.ts';
import { choose, menuEntry } from './menu.ts';
import { rows } from './tree.ts';
import { webview } from './webview.ts';

await inWindow('Round the text', { fixture: 'vsix/harbour' }, (window) => {
  it('the language status says what is known, in lines that fit', async () => {
    const { page } = window();
    await openFile(page, 'north/cilium/values.yaml');
    await squiggles(page).waitFor();
    await openStatus(page);
    const said = await statusLines(page).allInnerTexts();
    assert.deepEqual(
      said.map((line) => line.split('\n')),
      [
        ['3 to mend', '10 files', 'Check Workspace'],
        ['Cilium 1.18.4 in cluster north', 'and 1 more', 'Traffic Paths'],
        ['Istio sidecars', 'and 1 more', 'Workloads'],
      ],
    );
    const [frame] = page.frames();
    const overflow = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.hover-language-status').closest('.monaco-hover'))`;
    assert.equal(await frame?.evaluate(overflow), 0);
    await statusLines(page).locator('a').filter({ hasText: 'Workloads' }).click();
    await rows(page, 'Deployment cranes').waitFor();
    await openStatus(page);
    await statusLines(page).locator('a').filter({ hasText: 'Check Workspace' }).click();
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await press(page, 'Control+Shift+M');
  });

  it('a file with findings has the traffic paths in its title and its menu, another has not', async () => {
    const { page } = window();
    const button = page.locator('.editor-actions .action-label[aria-label^="Show Traffic Paths"]');
    await openFile(page, 'north/cilium/values.yaml');
    await button.waitFor();
    await pointAt(page, 'k8sServiceHost', 'right click');
    await menuEntry(page, 'Explain the Rules').waitFor();
    assert.equal(await menuEntry(page, 'Show Traffic Paths').count(), 1);
    await press(page, 'Escape');
    await openFile(page, 'prod.yaml');
    await button.waitFor({ state: 'detached' });
    // It pushes the lines below it down.
    await lenses(page).first().waitFor();
    await pointAt(page, 'routingMode', 'right click');
    await menuEntry(page, 'Copy').waitFor();
    assert.equal(await menuEntry(page, 'Explain the Rules').count(), 0);
    await press(page, 'Escape');
  });

  it('the rules are explained from the menu', async () => {
    const { page } = window();
    await openFile(page, 'north/cilium/values.yaml');
    await pointAt(page, 'k8sServiceHost', 'right click');
    await choose(page, 'Explain the Rules');
    await webview(page, 'h1', 'Rules');
    await press(page, 'Control+W');
  });

  it('a value that another file overrules says so behind it', async () => {
    const { page } = window();
    await openFile(page, 'north/cilium/values.yaml');
    await lines(page).filter({ hasText: '← native in prod.yaml' }).waitFor();
    assert.match(await textOf(lines(page)), /routingMode: tunnel\s*← native in prod\.yaml/);
  });

  it('a lens above a workload peeks at what applies', async () => {
    const { page } = window();
    await openFile(page, 'orders.yaml');
    await lenses(page).filter({ hasText: '1 Istio policy' }).waitFor();
    assert.deepEqual(await lenses(page).allInnerTexts(), [
      'in mesh (Istio sidecar) · 1 Cilium policy',
      'in mesh (Istio sidecar) · 1 Istio policy',
    ]);
    await lenses(page).first().click();
    const peek = page.locator('.peekview-widget');
    await peek.locator('.ref-tree').filter({ hasText: 'orders-reads' }).waitFor();
    assert.match(await textOf(peek), /namespace\.yaml/);
    await press(page, 'Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('a lens above an install opens the pictures', async () => {
    const { page } = window();
    await openFile(page, 'prod.yaml');
    const lens = lenses(page).filter({
      hasText: 'KPR on · socket LB in pods · Istio sidecars in 1 namespace',
    });
    await lens.click();
    await webview(page, 'h2', 'Cilium 1.18.4 in cluster north');
    await press(page, 'Control+W');
  });

  it('all fixes of the workspace are shown before they are made', async () => {
    const { page, folder } = window();
    const files = ['clusters/north/cilium/values.yaml', 'clusters/south/cilium/install.sh'];
    const texts = (): Promise<string[]> =>
      Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const before = await texts();
    await openFile(page, 'north/cilium/values.yaml');
    await pointAt(page, 'kubeProxyReplacement', 'click');
    await (await lightbulb(page, 'in the workspace')).click();
    const changes = page.locator('.part.panel .monaco-list-row');
    await changes.filter({ hasText: /k8sServicePort=6443.*socketLB\.hostNamespaceOnly=true/ }).waitFor();
    await changes.filter({ hasText: /kubeProxyReplacement.*hostNamespaceOnly: true/ }).waitFor();
    assert.deepEqual(await texts(), before, 'nothing is written before it is accepted');

    const ticked = page.locator(
      '.part.panel .monaco-list-row[aria-level="1"] .edit-checkbox[aria-checked="true"]',
    );
    assert.equal(await ticked.count(), files.length, 'every file is ticked');
    await page.getByRole('button', { name: 'Apply' }).click();
    await squiggles(page).waitFor({ state: 'detached' });
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    const [values = '', script = ''] = await texts();
    assert.match(values, /^ {2}socketLB:\n {4}hostNamespaceOnly: true$/m);
    assert.match(script, / \\\n {2}--set socketLB\.hostNamespaceOnly=true$/m);
  });
});

function statusLines(page: Page) {
  return page.locator('.hover-language-status');
}

async function openStatus(page: Page): Promise<void> {
  await page.locator('[id="status.languageStatus"]').click();
  await statusLines(page).filter({ hasText: 'to mend' }).waitFor();
}
