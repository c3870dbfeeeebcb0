/** Pictures of windows: those of the documentation are replaced only when asked for, and are sharp on every screen. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '../host/browser.ts';
import { root } from './pack.ts';

const isForDocumentation = process.env['UPDATE_IMAGES'] === '1';
/** Pictures that are looked at after a change, and thrown away. */
const passing = join(root, '.cache/images');
const folder = isForDocumentation ? join(root, 'docs/images') : passing;

/** How many pixels of a picture there are for each of the window, across and down. */
export const pixelsPerPixel = isForDocumentation ? 2 : 1;

/** Takes a picture for the documentation of what the window shows now. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Takes a picture for whoever wants to see what a change of words or looks has done. */
export async function glance(page: Page, name: string): Promise<void> {
  await mkdir(passing, { recursive: true });
  await page.screenshot({ path: join(passing, `${name}.png`) });
}
