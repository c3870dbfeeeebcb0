import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe } from 'node:test';

import { editorHost } from '../host/install.ts';
import { root } from './pack.ts';
import { openWindow, type Window, type WindowOptions } from './window.ts';

/** What a window looked like when a test failed. */
const failures = join(root, '.cache/failures');

/**
 * Tests of one window, which is opened before the first of them and closed after the last.
 *
 * @param define defines the tests; they get their window by the function that it is given
 */
export async function inWindow(
  title: string,
  options: WindowOptions,
  define: (window: () => Window) => void,
): Promise<void> {
  const host = await editorHost();
  const reason = host.kind === 'unavailable' ? host.reason : undefined;
  // On a developer's machine without the host this is no failure; in CI it would hide one.
  const skip = process.env['CI'] === 'true' ? false : reason;

  describe(title, { skip }, () => {
    let window: Window | undefined;
    const opened = (): Window => {
      if (window === undefined) throw new Error('The window is not open.');
      return window;
    };
    before(async () => {
      if (host.kind === 'unavailable') throw new Error(reason);
      window = await openWindow(host, options);
    });
    afterEach(async (test) => {
      if (!('passed' in test) || test.passed) return;
      await mkdir(failures, { recursive: true });
      const name = `${title} ${test.name}`.replaceAll(/[^\w]+/g, '-');
      await window?.page.screenshot({ path: join(failures, `${name}.png`) });
    });
    after(() => window?.close());
    define(opened);
  });
}
