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
    // The machine may take the processor away in the middle of it: the best of three counts.
    it(`takes less than ${budget} ms, whatever the server does`, async () => {
      const times: number[] = [];
      for (let i = 0; i < 3; i++) times.push(await timeOf(activate, deactivate));
      assert.ok(Math.min(...times) < budget, `it took ${times.map((time) => time.toFixed(1)).join(', ')} ms`);
    });
  });
}

async function timeOf(
  activate: (context: Context) => void,
  deactivate: () => Promise<void>,
): Promise<number> {
  const { extensionUri, extensionPath } = extension();
  const subscriptions: Context['subscriptions'] = [];
  const asAbsolutePath = (path: string): string => `${extensionPath}/${path}`;
  const start = performance.now();
  activate({ subscriptions, asAbsolutePath, extensionUri });
  const milliseconds = performance.now() - start;
  await deactivate();
  for (const subscription of subscriptions.reverse()) void subscription.dispose();
  return milliseconds;
}
