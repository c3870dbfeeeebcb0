import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import type { Locator } from '../host/browser.ts';
import { editorHost } from '../host/install.ts';
import { root } from './pack.ts';
import { openWindow, type Window } from './window.ts';

/** The pictures of the documentation are replaced only when asked for. */
const images = join(root, process.env['UPDATE_IMAGES'] === '1' ? 'docs/images' : '.cache/images');

const host = await editorHost();
const reason = host.kind === 'unavailable' ? host.reason : undefined;
// On a developer's machine without the host this is no failure; in CI it would hide one.
const skip = process.env['CI'] === 'true' ? false : reason;

describe('The packaged extension, by the keyboard alone', { skip }, () => {
  let window: Window;

  before(async () => {
    if (host.kind === 'unavailable') throw new Error(reason);
    await mkdir(images, { recursive: true });
    window = await openWindow(host);
  });
  after(() => window.close());

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await window.page.keyboard.press(key);
  };
  const command = async (title: string): Promise<void> => {
    await press('F1');
    await window.page.locator('.quick-input-widget input').first().waitFor();
    await window.page.keyboard.type(title);
    await window.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: title })
      .first()
      .waitFor();
    await press('Enter');
  };
  const picture = (name: string): Promise<unknown> =>
    window.page.screenshot({ path: join(images, `${name}.png`) });

  it('a file is opened, and F8 leads to what is wrong in it', async () => {
    const { page, squiggle } = window;
    await page.getByRole('treeitem', { name: 'cilium' }).waitFor();
    await openValues();
    await squiggle.first().waitFor();
    await press('F8');
    await page.locator('.marker-widget').first().waitFor();
    await press('Escape');
  });

  it('the lightbulb suppresses the finding, with a reason that is typed at once', async () => {
    const { page, lines, squiggle } = window;
    await lightbulb('on this line');
    await downTo('on this line');
    await press('Enter');
    await lines.filter({ hasText: 'cilium-mesh-lint-ignore-next-line' }).waitFor();
    await page.keyboard.type('a lab');
    await lines.filter({ hasText: 'socket-lb-bypasses-mesh: a lab' }).waitFor();
    await squiggle.first().waitFor({ state: 'detached' });
    await press('Escape');
    while ((await lines.filter({ hasText: 'cilium-mesh-lint-ignore' }).count()) > 0) await press('Control+Z');
    await squiggle.first().waitFor();
  });

  it('the traffic paths are drawn beside the text', async () => {
    await command('Show Traffic Paths');
    await inWebview('h1', 'How calls to Services travel');
    await inWebview('figcaption', 'Today');
    await picture('traffic-paths');
    await press('Control+W');
  });

  it('the fix is made', async () => {
    const { page, squiggle, valuesFile } = window;
    await openValues();
    await press('Control+Home', 'F8');
    await page.locator('.marker-widget').first().waitFor();
    await press('Escape');
    await lightbulb('hostNamespaceOnly');
    await press('Enter');
    await squiggle.first().waitFor({ state: 'detached' });
    await press('Control+S');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    assert.match(await readFile(valuesFile, 'utf8'), /hostNamespaceOnly: true/);
  });

  it('the view of workloads says who takes part in the mesh', async () => {
    const { page } = window;
    await command('Focus on Workloads View');
    const row = page.locator('.pane-body .monaco-list-row').filter({ hasText: 'shop' }).first();
    await row.waitFor();
    await picture('workloads');
  });

  it('the report is shown', async () => {
    await command('Show Report');
    await inWebview('h2', 'What is installed');
    await picture('report');
  });

  async function openValues(): Promise<void> {
    const { page } = window;
    await press('Control+P');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.type('values.yaml');
    const file = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'values.yaml' });
    await file.first().waitFor();
    await press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Opens the lightbulb's menu with an entry. On a busy machine the editor may not have the focus at once. */
  async function lightbulb(text: string): Promise<void> {
    const item = window.page.locator('.action-widget .action').filter({ hasText: text }).first();
    for (let attempt = 0; attempt < 5; attempt++) {
      await press('Control+.');
      const isOpen = await item.waitFor({ timeout: 6_000 }).then(
        () => true,
        () => false,
      );
      if (isOpen) return;
      await press('Escape');
    }
    assert.fail(`the lightbulb does not offer ${text}`);
  }

  /** Moves down a list until the row that has the focus says so. */
  async function downTo(text: string): Promise<void> {
    const focused = window.page.locator('.action-widget .monaco-list-row.focused');
    for (let step = 0; step < 20; step++) {
      if ((await focused.count()) > 0 && (await focused.first().innerText()).includes(text)) return;
      await press('ArrowDown');
    }
    assert.fail(`${text} is not in the list`);
  }

  /** Waits for a text in one of the frames: a webview is a page within a page. */
  async function inWebview(selector: string, text: string): Promise<Locator> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      for (const frame of window.page.frames()) {
        const found = frame.locator(selector).filter({ hasText: text });
        if ((await found.count().catch(() => 0)) > 0) return found;
      }
      if (Date.now() > deadline) assert.fail(`${text} is in no frame`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});
