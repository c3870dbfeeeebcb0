/** The view of workloads in the side bar. */
import type { Locator, Page } from '../host/browser.ts';

/** Rows of the view with a text; those that are scrolled out of sight are not drawn. */
export function rows(page: Page, text: string | RegExp = ''): Locator {
  return page.locator('.sidebar .tree-explorer-viewlet-tree-view .monaco-list-row').filter({ hasText: text });
}

/** The button of the view in the activity bar; its badge lies over it. */
export function activity(page: Page): Locator {
  return page.locator('.activitybar .action-item:has(.action-label[aria-label^="Mesh Lint"])');
}

/** A button in the title of the view. */
export function titleButton(page: Page, name: string): Locator {
  return page.locator(`.sidebar .composite.title .action-label[aria-label^="${name}"]`);
}
