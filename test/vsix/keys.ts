/** What hands do on a keyboard. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from '../host/browser.ts';
import { until } from './until.ts';

/** Presses keys, one after another. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses a key until it does what it is pressed for: while a tree is read anew, it passes keys over. */
export async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.keyboard.press(key);
    if (await isThere(shown, 3_000)) return;
  }
  assert.fail(`${key} does not do it`);
}

/** Runs a command by its title. */
export async function command(page: Page, title: string): Promise<void> {
  await pick(page, 'F1', title, title);
}

/** Opens a file by its path, or the end of it, and leaves the focus in its text. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.split('/').at(-1) ?? path;
  await pick(page, 'Control+P', path, name);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.editor-group-container.active .tab.active').filter({ hasText: name }).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
}

/** Opens the list of a key, types, and takes the entry with a text. */
async function pick(page: Page, key: string, typed: string, wanted: string): Promise<void> {
  const entry = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: wanted }).first();
  // While the editor is busy with a tab that opens or closes, keys may go nowhere, or to that tab.
  for (let attempt = 0; ; attempt++) {
    await page.keyboard.press(key);
    if (await isThere(page.locator('.quick-input-widget'), 3_000)) {
      await page.keyboard.type(typed);
      if (await isThere(entry, 3_000)) break;
      await page.keyboard.press('Escape');
    }
    assert.ok(attempt < 5, `${key} does not lead to ${wanted}`);
  }
  await downTo(page, '.quick-input-list', wanted);
  await page.keyboard.press('Enter');
}

/** Opens the lightbulb's menu with an entry. On a busy machine the editor may not have the focus at once. */
export async function lightbulb(page: Page, text: string): Promise<Locator> {
  const entry = page.locator('.action-widget .action').filter({ hasText: text }).first();
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.keyboard.press('Control+.');
    if (await isThere(entry, 6_000)) return entry;
    await page.keyboard.press('Escape');
  }
  assert.fail(`the lightbulb does not offer ${text}`);
}

/** Moves down a list until the entry that has the focus says so. */
export async function downTo(
  page: Page,
  list: '.action-widget' | '.quick-input-list',
  text: string,
): Promise<void> {
  const focused = page.locator(`${list} .monaco-list-row.focused`);
  for (let step = 0; step < 20; step++) {
    if ((await focused.count()) > 0 && (await focused.first().innerText()).includes(text)) return;
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`${text} is not in the list`);
}

/** Whether something shows itself within a time, in milliseconds. */
async function isThere(locator: Locator, timeout: number): Promise<boolean> {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

/** Accepts the name that a dialog proposes for a file in a folder. Returns the path of the file once it is written. */
export async function saveThere(page: Page, name: string, folder: string): Promise<string> {
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  const path = join(folder, name);
  await until(async () => (await input.inputValue()) === path);
  assert.equal(await input.inputValue(), path);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await until(() => existsSync(path));
  return path;
}
