import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';

import { lines, squiggles } from './editor.ts';
import { inWindow } from './in-window.ts';
import { command, downTo, lightbulb, openFile, press } from './keys.ts';
import { webview } from './webview.ts';

await inWindow('The packaged extension, by the keyboard alone', { fixture: 'vscode/basic' }, (window) => {
  it('a file is opened, and F8 leads to what is wrong in it', async () => {
    const { page } = window();
    await page.getByRole('treeitem', { name: 'cilium' }).waitFor();
    await openFile(page, 'values.yaml');
    await squiggles(page).first().waitFor();
    await press(page, 'F8');
    await page.locator('.marker-widget').first().waitFor();
    await press(page, 'Escape');
  });

  it('the lightbulb suppresses the finding, with a reason that is typed at once', async () => {
    const { page } = window();
    await lightbulb(page, 'on this line');
    await downTo(page, '.action-widget', 'on this line');
    await press(page, 'Enter');
    await lines(page).filter({ hasText: 'cilium-mesh-lint-ignore-next-line' }).waitFor();
    await page.keyboard.type('a lab');
    await lines(page).filter({ hasText: 'socket-lb-bypasses-mesh: a lab' }).waitFor();
    await squiggles(page).first().waitFor({ state: 'detached' });
    await press(page, 'Escape');
    while ((await lines(page).filter({ hasText: 'cilium-mesh-lint-ignore' }).count()) > 0)
      await press(page, 'Control+Z');
    await squiggles(page).first().waitFor();
  });

  it('the traffic paths are drawn beside the text', async () => {
    const { page } = window();
    await command(page, 'Show Traffic Paths');
    await webview(page, 'h1', 'How calls to Services travel');
    await webview(page, 'figcaption', 'Today');
    await press(page, 'Control+W');
  });

  it('the fix is made', async () => {
    const { page, folder } = window();
    await openFile(page, 'values.yaml');
    await press(page, 'Control+Home', 'F8');
    await page.locator('.marker-widget').first().waitFor();
    await press(page, 'Escape');
    await lightbulb(page, 'hostNamespaceOnly');
    await press(page, 'Enter');
    await squiggles(page).first().waitFor({ state: 'detached' });
    await press(page, 'Control+S');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    assert.match(await readFile(join(folder, 'cilium/values.yaml'), 'utf8'), /hostNamespaceOnly: true/);
  });

  it('the view of workloads says who takes part in the mesh', async () => {
    const { page } = window();
    await command(page, 'Focus on Workloads View');
    const row = page.locator('.pane-body .monaco-list-row').filter({ hasText: 'shop' }).first();
    await row.waitFor();
  });

  it('the report is shown', async () => {
    const { page } = window();
    await command(page, 'Show Report');
    await webview(page, 'h2', 'What is installed');
  });
});
