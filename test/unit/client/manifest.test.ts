import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import manifest from '../../../package.json' with { type: 'json' };
import texts from '../../../package.nls.json' with { type: 'json' };
import { ruleNames } from '../../../server/src/rules/names.ts';

const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

describe('The manifest of the extension', () => {
  it('has a text for every placeholder, and no other texts', () => {
    const placeholders = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(placeholders)].sort(), Object.keys(texts).sort());
  });

  it('offers a severity for every rule, and for nothing else', () => {
    const { properties } = manifest.contributes.configuration[0]?.properties['ciliumMeshLint.severity'] ?? {};
    assert.deepEqual(Object.keys(properties ?? {}).sort(), [...ruleNames].sort());
  });

  it('describes, orders and scopes every setting', () => {
    assert.notEqual(settings.length, 0);
    for (const [name, { markdownDescription, order, scope }] of settings) {
      assert.ok(name.startsWith('ciliumMeshLint.'), name);
      assert.match(markdownDescription, /^%.+%$/);
      assert.equal(typeof order, 'number');
      assert.match(scope, /^(?:resource|window)$/);
    }
  });

  it('has no more keywords than the Marketplace takes', () => {
    assert.ok(manifest.keywords.length <= 30);
  });

  it('is never activated without cause', () => {
    assert.ok(manifest.activationEvents.every((event) => /^(?:onLanguage|workspaceContains):/.test(event)));
  });

  it('is compiled against the oldest editor that it runs in', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}.0`);
  });
});
