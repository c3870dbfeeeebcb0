import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { appendDocument } from '../../server/src/edits/append-document.ts';
import { editYaml } from '../../server/src/edits/edit-yaml.ts';
import { applyEdits, type EditResult, type RefusalReason } from '../../server/src/edits/edit.ts';
import { keyName } from '../../server/src/yaml/navigate.ts';
import type { KeyPath, PlainValue } from '../../server/src/yaml/node.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { valueAt, valuesOf, withValue, type Json } from './oracle.ts';
import { pathsOf } from './paths.ts';
import { checkEdits, newKeys, places, someValues, type Place } from './places.ts';
import { runs } from './settings.ts';
import { yamlFiles, yamlFilesWithAliases } from './yaml-documents.ts';

/** Anything that can be an item of a list. */
const { item: items } = fc.letrec<{ item: PlainValue }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    someValues,
    fc.constantFrom('15008', 'TCP', 'istiod'),
    fc.array(tie('item'), { maxLength: 3 }),
    fc.dictionary(
      newKeys.filter((key) => key !== '<<'),
      tie('item'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
}));

/** What a document without aliases and templates may be refused for. */
const plainReasons: ReadonlySet<RefusalReason> = new Set(['holds-scalar', 'holds-list', 'not-a-list']);

function append(place: Place, item: PlainValue): EditResult {
  return editYaml(
    place.text,
    { document: place.document, base: [] },
    { op: 'append', path: place.path, item },
  );
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function listAt(place: Place, text: string): readonly Json[] {
  const list = valueAt(valuesOf(text)[place.document], place.path);
  return isList(list) ? list : [];
}

/** The lists of the first document that stand behind a key. */
function listPathsIn(text: string): readonly KeyPath[] {
  const value = valuesOf(text)[0];
  return pathsOf(parseYaml(text).documents[0]?.root).filter(
    (path) => isList(valueAt(value, path)) && !isList(valueAt(value, path.slice(0, -1))),
  );
}

/** Checks that just the item is new, and that it is not added twice. */
function isAdded(place: Place, item: PlainValue, result: EditResult): void {
  assert.ok(result.ok);
  checkEdits(place, result.edits, (after) => {
    const list = listAt(place, place.text);
    const wanted = result.edits.length === 0 ? list : [...list, item];
    assert.deepEqual(
      after[place.document],
      withValue(valuesOf(place.text)[place.document], place.path, wanted),
    );
  });
  assert.deepEqual(append({ ...place, text: applyEdits(place.text, result.edits) }, item), {
    ok: true,
    edits: [],
  });
}

describe('Adding an item to a list in any file', () => {
  it('adds that item and nothing else, and once only', () => {
    fc.assert(
      fc.property(places(yamlFiles), items, (place, item) => {
        const result = append(place, item);
        if (result.ok) isAdded(place, item, result);
        else assert.ok(plainReasons.has(result.reason), result.reason);
      }),
      runs(600),
    );
  });

  it('does so in every list that is there', () => {
    fc.assert(
      fc.property(yamlFiles, fc.nat(), items, (text, which, item) => {
        const lists = listPathsIn(text);
        const path = lists[which % lists.length];
        fc.pre(path !== undefined);
        const place = { text, document: 0, path };
        isAdded(place, item, append(place, item));
      }),
      runs(300),
    );
  });

  it('writes through no alias and no merge', () => {
    fc.assert(
      fc.property(places(yamlFilesWithAliases), items, (place, item) => {
        const result = append(place, item);
        if (result.ok && result.edits.length > 0) isAdded(place, item, result);
      }),
      runs(300),
    );
  });
});

describe('Adding a document to any file', () => {
  it('adds that document and nothing else, and once only', () => {
    fc.assert(
      fc.property(
        fc.oneof(yamlFiles, yamlFilesWithAliases, fc.constantFrom('', '# a\n')),
        yamlFiles,
        (text, other) => {
          const [first] = parseYaml(other).documents;
          fc.pre(parseYaml(other).documents.length === 1 && first?.root?.kind === 'map');
          const isNamed = first.root.entries.some(({ key }) => keyName(key) === 'a');
          const added = other.replace(/^\ufeff/, '').replace(/^---\r?\n/, '');
          fc.pre(isNamed && !added.includes('|+') && !text.includes('{}'));
          const result = appendDocument(text, added);
          assert.ok(result.ok, result.ok ? '' : result.reason);
          const after = applyEdits(text, result.edits);
          assert.ok(after.startsWith(text));
          if (result.edits.length === 0) return;
          const before = valuesOf(text).filter((value, index) => value !== null || index > 0);
          assert.deepEqual(valuesOf(after), [...before, ...valuesOf(added)]);
          assert.match(after, /[^\n]\r?\n$/);
          assert.deepEqual(appendDocument(after, added), { ok: true, edits: [] });
        },
      ),
      runs(300),
    );
  });
});
