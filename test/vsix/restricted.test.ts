import assert from 'node:assert/strict';
import { it } from 'node:test';

import { squiggles } from './editor.ts';
import { inWindow } from './in-window.ts';
import { lightbulb, openFile } from './keys.ts';
import { activity, rows } from './tree.ts';

const options = { fixture: 'vsix/harbour', asksForTrust: true };

await inWindow('A folder that is not trusted', options, (window) => {
  it('is opened in Restricted Mode, and its banner stays', async () => {
    const { page } = window();
    await page.locator('.part.banner').filter({ hasText: 'Restricted Mode' }).waitFor();
  });

  it('is checked all the same, and mended', async () => {
    const { page } = window();
    await openFile(page, 'north/cilium/values.yaml');
    await squiggles(page).waitFor();
    await page.keyboard.press('F8');
    await (await lightbulb(page, 'Set socketLB.hostNamespaceOnly: true')).click();
    await squiggles(page).waitFor({ state: 'detached' });
  });

  it('has its workloads shown', async () => {
    const { page } = window();
    await activity(page).click();
    await rows(page, 'Deployment cranes').waitFor();
    assert.equal(await page.locator('.part.banner').filter({ hasText: 'Restricted Mode' }).count(), 1);
  });
});
