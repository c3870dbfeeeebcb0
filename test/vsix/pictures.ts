/** Pictures of windows: those of the documentation are replaced only when asked for, and are sharp on every screen. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '../host/browser.ts';
import { root } from './pack.ts';

const isForDocumentation = process.env['UPDATE_IMAGES'] === '1';
const folder = join(root, isForDocumentation ? 'docs/images' : '.cache/images');

/** How many pixels of a picture there are for each of the window, across and down. */
export const pixelsPerPixel = isForDocumentation ? 2 : 1;

/** Takes a picture of what the window shows now. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
