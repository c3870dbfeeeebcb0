import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { editorHost } from '../host/install.ts';
import { root } from './pack.ts';
import { openWindow, type Window } from './window.ts';

/** The pictures of the documentation are replaced only when asked for. */
const images = join(root, process.env['UPDATE_IMAGES'] === '1' ? 'docs/images' : '.cache/images');

const added = 'socketLB:\n  hostNamespaceOnly: true\n';

const host = await editorHost();
const reason = host.kind === 'unavailable' ? host.reason : undefined;
// On a developer's machine without the host this is no failure; in CI it would hide one.
const skip = process.env['CI'] === 'true' ? false : reason;

describe('The packaged extension, installed and used by hand', { skip }, () => {
  let window: Window;

  before(async () => {
    if (host.kind === 'unavailable') throw new Error(reason);
    await mkdir(images, { recursive: true });
    window = await openWindow(host);
  });
  after(() => window.close());

  const picture = (name: string): Promise<unknown> =>
    window.page.screenshot({ path: join(images, `${name}.png`) });

  it('underlines the key in a values file opened from the explorer', async () => {
    const { page, squiggle, lines } = window;
    await page.getByRole('treeitem', { name: 'cilium' }).click();
    await page.getByRole('treeitem', { name: 'values.yaml' }).dblclick();
    await squiggle.waitFor();
    assert.equal(await squiggle.count(), 1);
    assert.match(await textOf(lines), /kubeProxyReplacement: true/);
  });

  it('says under the mouse what breaks, and where the mesh was seen', async () => {
    const { page, pointAt, hover } = window;
    await pointAt('kubeProxyReplacement', 'move');
    await hover.waitFor();
    assert.match(await textOf(hover), /Istio/);
    assert.match(await textOf(hover), /namespace\.yaml/);
    await picture('inline-warning');
    await page.mouse.move(1200, 700);
    await hover.waitFor({ state: 'hidden' });
  });

  it('lists the problem with its evidence', async () => {
    const { page } = window;
    await page.keyboard.press('Control+Shift+M');
    const problem = page
      .locator('.markers-panel .monaco-list-row')
      .filter({ hasText: 'socket-lb-bypasses-mesh' });
    await problem.waitFor();
    assert.match(await textOf(problem), /Istio/);
    assert.match(await textOf(page.locator('.markers-panel')), /namespace\.yaml/);
    await picture('problems');
    await page.keyboard.press('Control+Shift+M');
    await problem.waitFor({ state: 'hidden' });
  });

  it('offers the fix behind Ctrl+.', async () => {
    const { page, pointAt } = window;
    await pointAt('kubeProxyReplacement', 'click');
    await page.keyboard.press('Control+.');
    const fix = page.locator('.action-widget .action').filter({ hasText: 'hostNamespaceOnly' }).first();
    await fix.waitFor();
    assert.match(await textOf(fix), /socketLB\.hostNamespaceOnly/);
    await picture('quick-fix');
    await fix.click();
  });

  it('inserts the key and takes the underline away', async () => {
    const { page, lines, squiggle, valuesFile } = window;
    const before = await readFile(valuesFile, 'utf8');
    await lines.filter({ hasText: 'hostNamespaceOnly' }).waitFor();
    await squiggle.first().waitFor({ state: 'detached' });
    const unsaved = page.locator('.tab.dirty');
    await unsaved.waitFor();
    await page.keyboard.press('Control+S');
    await unsaved.waitFor({ state: 'detached' });
    await page
      .getByRole('treeitem', { name: /problem/ })
      .first()
      .waitFor({ state: 'detached' });
    await picture('fixed');
    const after = await readFile(valuesFile, 'utf8');
    assert.ok(after.includes(added), after);
    assert.equal(after.replace(added, ''), before);
  });

  it('explains the key under the mouse', async () => {
    const { pointAt, hover } = window;
    await pointAt('kubeProxyReplacement', 'move');
    await hover.waitFor();
    assert.match(await textOf(hover), /kube-proxy/);
    assert.match(await textOf(hover), /socketLB\.hostNamespaceOnly/);
    await picture('hover');
  });
});

/** The text as it is read: the editor draws spaces as non-breaking ones. */
async function textOf(locator: { innerText(): Promise<string> }): Promise<string> {
  return (await locator.innerText()).replaceAll('\u00a0', ' ');
}
