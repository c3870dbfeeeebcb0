import assert from 'node:assert/strict';

import type { Frame, Page } from '../host/browser.ts';

const patience = 15_000;

/** The frame that shows a text in an element: a webview is a page within a page. */
export async function webview(page: Page, selector: string, text: string): Promise<Frame> {
  const deadline = Date.now() + patience;
  for (;;) {
    for (const frame of page.frames()) {
      const found = frame.locator(selector).filter({ hasText: text });
      if ((await found.count().catch(() => 0)) > 0) return frame;
    }
    if (Date.now() > deadline) assert.fail(`${text} is in no frame`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
