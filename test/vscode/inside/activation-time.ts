import assert from 'node:assert/strict';

import { describe, it } from 'mocha';
import type { ExtensionContext } from 'vscode';

import { extension } from './workspace.ts';

type Context = Pick<ExtensionContext, 'subscriptions' | 'asAbsolutePath' | 'extensionUri'>;

/** Milliseconds. */
const budget = 50;

/** Tests how long an entry point works. It is called directly: how long the editor takes to get there is not ours to keep. */
export function testActivationTime(
  activate: (context: Context) => void,
  deactivate: () => Promise<void>,
): void {
  describe('Activation', () => {
    it(`takes less than ${budget} ms, whatever the server does`, async () => {
      const { extensionUri, extensionPath } = extension();
      const subscriptions: Context['subscriptions'] = [];
      const asAbsolutePath = (path: string): string => `${extensionPath}/${path}`;
      const start = performance.now();
      activate({ subscriptions, asAbsolutePath, extensionUri });
      const milliseconds = performance.now() - start;
      await deactivate();
      for (const subscription of subscriptions.reverse()) void subscription.dispose();
      assert.ok(milliseconds < budget, `it took ${milliseconds.toFixed(1)} ms`);
    });
  });
}
