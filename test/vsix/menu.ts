/** The menu that is open. */
import { setTimeout as pause } from 'node:timers/promises';

import type { Locator, Page } from '../host/browser.ts';

/** A menu passes over a click that comes so soon that it could be the one which opened it; in milliseconds. */
const tooSoon = 250;

/** Its entry with a title, if that can be chosen. */
export function menuEntry(page: Page, title: string): Locator {
  return page.locator('.monaco-menu .action-item:not(.disabled) .action-label').filter({ hasText: title });
}

/** Clicks on an entry. */
export async function choose(page: Page, title: string): Promise<void> {
  const entry = menuEntry(page, title);
  await entry.waitFor();
  await pause(tooSoon);
  await entry.click();
}
