/** Draws icon.png from docs/images/icon.svg with the browser of the editor host: `node scripts/draw-icon.ts`. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { startBrowser } from '../test/host/browser.ts';
import { editorHost } from '../test/host/install.ts';

const root = dirname(import.meta.dirname);
const side = 256;

const host = await editorHost();
if (host.kind === 'unavailable') throw new Error(host.reason);
const browser = await startBrowser(host);
try {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const svg = await readFile(join(root, 'docs/images/icon.svg'), 'utf8');
  await page.setContent(`<body style="margin: 0; background: transparent">${svg}</body>`);
  await page.screenshot({ path: join(root, 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
