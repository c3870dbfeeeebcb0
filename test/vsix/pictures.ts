/** Pictures of windows: those of the documentation are replaced only when asked for, and are sharp on every screen. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Box, Page, Size } from '../host/browser.ts';
import { command, press } from './keys.ts';
import { root } from './pack.ts';

const isForDocumentation = process.env['UPDATE_IMAGES'] === '1';
const documentation = join(root, 'docs/images');
/** Pictures that are looked at after a change, and thrown away. */
const passing = join(root, '.cache/images');

/** Milliseconds until menus, scroll bars and notes that are gone cannot be seen any more. */
const fading = 1_000;

/** From 0 to 1: text is as sharp as before, and what is lost goes unnoticed. */
const quality = 0.75;

/** How many pixels of a picture there are for each of the window, across and down. */
export const pixelsPerPixel = isForDocumentation ? 2 : 1;

/** Takes a picture for the documentation of what the window shows now. */
export async function picture(page: Page, name: string, clip?: Box): Promise<void> {
  if (isForDocumentation) await pause(fading);
  const png = await glance(page, name, clip);
  if (!isForDocumentation) return;
  await mkdir(documentation, { recursive: true });
  await writeFile(join(documentation, `${name}.webp`), await asWebp(page, png));
}

/** Takes a picture for whoever wants to see what a change of words or looks has done. */
export async function glance(page: Page, name: string, clip?: Box): Promise<Buffer> {
  await mkdir(passing, { recursive: true });
  const path = join(passing, `${name}.png`);
  return page.screenshot(clip === undefined ? { path } : { path, clip });
}

/** The same picture in a third of the bytes, with no difference that could be seen: some are part of the package. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const script = `(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', ${quality}).replace(/^data:image\\/webp;base64,/, '');
  })()`;
  // On a page of its own: that of the picture may forbid it.
  const workshop = await page.context().browser().newPage();
  const [frame] = workshop.frames();
  const webp = String(await frame?.evaluate(script));
  await workshop.close();
  return Buffer.from(webp, 'base64');
}

/** The activity bar on the left, and the status bar below. */
const bars = { left: 48, bottom: 32 };

/**
 * Takes the two pictures for a step of the walkthrough, on light and on dark ground, of the editor alone.
 *
 * @param size of the window: the walkthrough draws pictures some 450 pixels wide, so it should not be much larger
 * @param show brings what they show to sight; it goes with `Escape` or stays
 */
export async function picturesForWalkthrough(
  page: Page,
  name: string,
  { width, height }: Size,
  show: () => Promise<unknown>,
): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height });
  await press(page, 'Control+B');
  for (const ground of ['light', 'dark']) {
    await show();
    await page.mouse.move(width - 40, height / 3);
    const clip = { x: bars.left, y: 0, width: width - bars.left, height: height - bars.bottom };
    await picture(page, `${name}-${ground}`, clip);
    await press(page, 'Escape');
    await command(page, 'Preferences: Toggle between Light/Dark Themes');
    const other = ground === 'light' ? 'vs-dark' : 'vs';
    await page.locator(`.monaco-workbench.${other}`).waitFor();
  }
  await press(page, 'Control+B');
  if (before !== null) await page.setViewportSize(before);
}
