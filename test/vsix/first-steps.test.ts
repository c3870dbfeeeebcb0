import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inWindow } from './in-window.ts';
import { command, openFile } from './keys.ts';
import { activity } from './tree.ts';

await inWindow('The first steps', { fixture: 'vsix/empty', size: { width: 1400, height: 900 } }, (window) => {
  it('the view of workloads welcomes whoever has nothing to show', async () => {
    const { page } = window();
    await openFile(page, 'notes.yaml');
    await activity(page).click();
    const welcome = page.locator('.sidebar .welcome-view-content');
    await welcome.filter({ hasText: 'Nothing was found yet.' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Open Folder' }).count(), 1);
    await page.getByRole('button', { name: 'Show Log' }).click();
    await page.locator('.part.panel .output-view').first().waitFor();
    await command(page, 'View: Hide Panel');
  });

  it('checking the workspace says that there is nothing', async () => {
    const { page } = window();
    await command(page, 'Cilium Mesh Lint: Check Workspace');
    const note = page.locator('.notification-toast');
    await note.filter({ hasText: 'No install of Cilium was found in 1 file' }).waitFor();
    await command(page, 'Notifications: Clear All Notifications');
  });

  it('the walkthrough tells itself whole, with a picture beside each step', async () => {
    const { page } = window();
    await command(page, 'View: Toggle Primary Side Bar Visibility');
    await command(page, 'Welcome: Open Walkthrough...');
    const entry = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title });
    await entry.waitFor();
    await entry.click();
    await page.locator('.gettingStartedContainer h2').filter({ hasText: title }).waitFor();
    const [frame] = page.frames();
    assert.equal(
      await frame?.evaluate(cutOffDescription),
      0,
      'the editor cuts descriptions off after three lines',
    );

    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    const titles: string[] = [];
    for (const step of await steps.all()) {
      titles.push(await step.locator('.step-title').first().innerText());
      await step.locator('.step-title').first().click();
      await page
        .locator('.getting-started-step.expanded')
        .filter({ hasText: titles.at(-1) ?? '' })
        .waitFor();
      const picture = page.locator('.getting-started-media img');
      await picture.waitFor();
      assert.match((await picture.getAttribute('alt')) ?? '', /\w{3}/);
      assert.ok(Number(await frame?.evaluate(widthOfPicture)) > 200, titles.at(-1));
    }
    assert.deepEqual(titles, [
      'What goes wrong',
      'Check a workspace',
      'Mend it with one keystroke',
      'See how calls travel',
      'Know more',
    ]);
    await page.getByRole('button', { name: 'Explain the Rules' }).click();
    await page.locator('.tab.active').filter({ hasText: 'README.md' }).waitFor();
  });
});

const title = 'Get Started with Cilium Mesh Lint';

/** Pixels of the description that are not to be seen. */
const cutOffDescription = `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(
  document.querySelector('.gettingStartedContainer .getting-started-category .category-description')
)`;

/** Of the file; none before it is there. */
const widthOfPicture = `document.querySelector('.getting-started-media img').decode().then(
  () => document.querySelector('.getting-started-media img').naturalWidth
)`;
