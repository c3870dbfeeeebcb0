import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import picomatch from 'picomatch';

import manifest from '../../../package.json' with { type: 'json' };
import german from '../../../package.nls.de.json' with { type: 'json' };
import texts from '../../../package.nls.json' with { type: 'json' };
import { ruleNames } from '../../../server/src/rules/names.ts';

const root = join(import.meta.dirname, '../../..');

const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

describe('The manifest of the extension', () => {
  it('has a text for every placeholder, and no other texts', () => {
    const placeholders = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(placeholders)].sort(), Object.keys(texts).sort());
  });

  it('has the same texts in German, with the same links and code', () => {
    assert.deepEqual(Object.keys(german), Object.keys(texts));
    const fixed = (text: string): readonly string[] =>
      [...text.matchAll(/\]\([^)]*\)|`[^`]*`/g)].map(([found]) => found).sort();
    const translations = new Map(Object.entries(german));
    for (const [key, text] of Object.entries(texts)) {
      assert.deepEqual(fixed(translations.get(key) ?? ''), fixed(text), key);
    }
  });

  it('has a title for every command that menus, and links of the walkthrough, run', () => {
    const own = new Set(manifest.contributes.commands.map(({ command }) => command));
    const inMenus = Object.values(manifest.contributes.menus).flatMap((items) =>
      items.map(({ command }) => command),
    );
    const inTexts = [...JSON.stringify(texts).matchAll(/\(command:(ciliumMeshLint\.\w+)\)/g)].map(
      ([, command = '']) => command,
    );
    const events = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ completionEvents }) => completionEvents),
    );
    const inEvents = events.flatMap((event) => /^onCommand:(ciliumMeshLint\..*)$/.exec(event)?.[1] ?? []);
    for (const command of [...inMenus, ...inTexts, ...inEvents]) assert.ok(own.has(command), command);
  });

  it('ships every picture of the walkthrough, in each language', () => {
    const shipped = readFileSync(join(root, '.vscodeignore'), 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    const pictures = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ media: { image } }) => (typeof image === 'string' ? [image] : Object.values(image))),
    );
    const inLanguage = (translated: object): readonly string[] => {
      const known = new Map<string, unknown>(Object.entries(translated));
      return [...new Set(pictures)].map((path) =>
        path.startsWith('%') ? String(known.get(path.slice(1, -1))) : path,
      );
    };
    const files = [...inLanguage(texts), ...inLanguage(german)];
    assert.equal(new Set(files).size, 16, 'six that hold words, in two languages, and four of an editor');
    for (const picture of files) {
      assert.ok(existsSync(join(root, picture)), picture);
      assert.ok(picomatch.isMatch(picture, shipped), picture);
    }
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

  it('is activated by every language that its client follows, but for the prose that is everywhere', () => {
    const list = /const languages = \[([^\]]*)\]/.exec(
      readFileSync(join(root, 'client/src/documents.ts'), 'utf8'),
    );
    const languages = [...(list?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, id = '']) => id);
    const activating = manifest.activationEvents.flatMap(
      (event) => /^onLanguage:(.*)$/.exec(event)?.[1] ?? [],
    );
    assert.deepEqual(activating.sort(), languages.filter((id) => id !== 'markdown').sort());
  });

  it('is compiled against the oldest editor that it runs in', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}.0`);
  });
});
