import assert from 'node:assert/strict';

import { after, before, describe, it } from 'mocha';
import { extensions } from 'vscode';

import { closeAll, open, problemOfValues, values } from '../workspace.ts';
import { completionTests } from './completion.ts';
import { configurationTests } from './configuration.ts';
import { diagnosticTests } from './diagnostics.ts';
import { formattingTests } from './formatting.ts';
import { hoverTests } from './hover.ts';

export const ours = 'cilium-mesh-lint.cilium-mesh-lint';
export const theirs = 'redhat.vscode-yaml';

/**
 * The tests beside Red Hat's YAML extension, the same in either order: whose providers an editor asks first depends on who
 * was started first.
 */
export function besideYamlExtension(order: readonly string[]): void {
  describe(`Beside the YAML extension, with ${order[0] === ours ? 'this one' : 'that one'} started first,`, () => {
    before(async () => {
      for (const id of order) {
        const extension = extensions.getExtension(id);
        assert.equal(extension?.isActive, false, id);
        await extension.activate();
        // Its providers are there once its server has answered.
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    });
    after(closeAll);

    it('both are active', async () => {
      await open(values);
      await problemOfValues();
      for (const id of order) assert.equal(extensions.getExtension(id)?.isActive, true, id);
    });

    describe('completion', completionTests);
    describe('a hover', hoverTests);
    describe('the list of problems', diagnosticTests);
    describe('in the configuration file', configurationTests);
    describe('formatting', formattingTests);
  });
}
