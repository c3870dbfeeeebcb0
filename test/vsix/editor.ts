/** The text editor of a window, as eyes and a mouse find it. */
import type { Locator, Page } from '../host/browser.ts';

/** The lines of the open editor. */
export function lines(page: Page): Locator {
  return page.locator('.editor-instance .view-lines');
}

/** What is underlined as wrong; warnings have an underline of their own. */
export function squiggles(page: Page, severity: 'error' | 'warning' = 'error'): Locator {
  return page.locator(`.editor-instance .squiggly-${severity}`);
}

/** What the editor shows under the mouse. */
export function hover(page: Page): Locator {
  return page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)').first();
}

/** The lines above lines. */
export function lenses(page: Page): Locator {
  return page.locator('.editor-instance .codelens-decoration a');
}

/** Moves the mouse to a word of the open editor, or clicks on it. */
export async function pointAt(
  page: Page,
  word: string,
  how: 'move' | 'click' | 'right click',
): Promise<void> {
  // By its place on the screen: playwright's own click would scroll the workbench under the word.
  const span = lines(page).locator(`span:text-is("${word}")`).first();
  await span.waitFor();
  const box = await span.boundingBox();
  if (box === null) throw new Error(`${word} is not to be seen.`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (how === 'move') await page.mouse.move(x, y);
  else await page.mouse.click(x, y, { button: how === 'click' ? 'left' : 'right' });
}

/** The text as it is read: the editor draws spaces as non-breaking ones. */
export async function textOf(locator: Pick<Locator, 'innerText'>): Promise<string> {
  return (await locator.innerText()).replaceAll('\u00a0', ' ');
}
