import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allStrings, bundleFiles, placeholdersOf, readBundle } from '../../../scripts/l10n/bundles.ts';
import { seenFields, stringsInData } from '../../../scripts/l10n/strings-in-data.ts';
import { stringsInSource } from '../../../scripts/l10n/strings-in-source.ts';

const strings = allStrings();
const keys = new Set(strings.map(({ key }) => key));

/** Names and settings stand in backticks: they are the same in every language. */
const codeIn = (text: string): readonly string[] => [...new Set(text.match(/`[^`]*`/g))].sort();

describe('translations', () => {
  it('exist', () => {
    assert.deepEqual(bundleFiles, ['l10n/bundle.l10n.de.json']);
    assert.ok(keys.size > 700);
  });

  for (const file of bundleFiles) {
    const bundle = readBundle(file);
    it(`${file} says everything that people see`, () => {
      assert.deepEqual(
        strings.filter(({ key }) => !bundle.has(key)),
        [],
      );
    });

    it(`${file} says nothing that nobody sees`, () => {
      assert.deepEqual(
        [...bundle.keys()].filter((key) => !keys.has(key)),
        [],
      );
    });

    it(`${file} fills in the same places, keeps code as it is, and leaves no text empty`, () => {
      for (const [key, text] of bundle) {
        assert.deepEqual(placeholdersOf(text), placeholdersOf(key), key);
        assert.deepEqual(codeIn(text), codeIn(key), key);
        assert.notEqual(text.trim(), '', key);
      }
    });
  }
});

describe('the search for texts', () => {
  it('finds every form in which a text is translated', () => {
    const source =
      "t('a'); t`b ${x} c ${t('d')}`; l10n.t('e', 1); t({ message: 'f', comment: 'g' }); other('h'); t(i);";
    const found = stringsInSource('some.ts', source).map(({ key }) => key);
    assert.deepEqual(found.sort(), ['a', 'b {0} c {1}', 'd', 'e', 'f/g']);
  });

  it('finds the fields of data that people see, and no others', () => {
    const data = { rows: [{ loses: ['x', 'y'], source: 'z' }, { keeps: 'w' }] };
    const found = stringsInData('schemas/mesh/effects.json', data).map(({ key }) => key);
    assert.deepEqual(found, ['x', 'y', 'w']);
    assert.deepEqual(stringsInData('schemas/unheard-of.json', data), []);
  });

  it('knows only fields that data has', () => {
    for (const [file, fields] of Object.entries(seenFields)) {
      const texts = strings.filter((one) => one.file === file).length;
      assert.ok(texts > 0 || fields.length === 0, file);
    }
  });
});
