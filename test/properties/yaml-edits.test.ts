import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { editEmbedded } from '../../server/src/edits/edit-embedded.ts';
import { editYaml } from '../../server/src/edits/edit-yaml.ts';
import {
  applyEdits,
  type Change,
  type EditResult,
  type RefusalReason,
  type TextEdit,
} from '../../server/src/edits/edit.ts';
import { embeddedText } from '../../server/src/yaml/embedded.ts';
import { keyName, nodeAt } from '../../server/src/yaml/navigate.ts';
import type { Scalar } from '../../server/src/yaml/node.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { valueAt, valuesOf, withoutPath, withValue } from './oracle.ts';
import { pathsOf } from './paths.ts';
import { runs } from './settings.ts';
import { checkEdits, newKeys, places, someValues, type Place } from './places.ts';
import { yamlFiles, yamlFilesWithAliases } from './yaml-documents.ts';

/** What a document without aliases and templates may be refused for. */
const plainReasons: ReadonlySet<RefusalReason> = new Set([
  'holds-scalar',
  'holds-list',
  'not-a-scalar',
  'absent',
  'already-set',
]);

/** A block does not fit into a flow map; that is the one layout for which nothing can be moved. */
const movable: ReadonlySet<RefusalReason> = new Set([...plainReasons, 'unsupported-layout']);

function edit(place: Place, change: Change): EditResult {
  return editYaml(place.text, { document: place.document, base: [] }, change);
}

describe('Setting a value in any file', () => {
  const isSet = (place: Place, value: Scalar, edits: readonly TextEdit[]): void => {
    checkEdits(place, edits, (after) => {
      assert.deepEqual(
        after[place.document],
        withValue(valuesOf(place.text)[place.document], place.path, value),
      );
    });
    const again = edit(
      { ...place, text: applyEdits(place.text, edits) },
      { op: 'set', path: place.path, value },
    );
    assert.deepEqual(again, { ok: true, edits: [] });
  };

  it('changes that value and nothing else, and once only', () => {
    fc.assert(
      fc.property(places(yamlFiles), someValues, (place, value) => {
        const result = edit(place, { op: 'set', path: place.path, value });
        if (result.ok) isSet(place, value, result.edits);
        else assert.ok(plainReasons.has(result.reason), result.reason);
      }),
      runs(500),
    );
  });

  it('takes away no more than the old value', () => {
    fc.assert(
      fc.property(places(yamlFiles), someValues, (place, value) => {
        const result = edit(place, { op: 'set', path: place.path, value });
        fc.pre(result.ok);
        const old = nodeAt(parseYaml(place.text).documents[place.document]?.root, place.path);
        const removed = result.edits.map(({ span }) => place.text.slice(span.start, span.end)).join('');
        if (typeof old === 'string') assert.match(removed, /^\s*(?:\{\s*\}|~|null|Null)?$/);
        else assert.ok(removed.length <= old.span.end - old.span.start + (old.tag?.length ?? 0) + 2);
      }),
      runs(200),
    );
  });

  it('writes through no alias and no merge', () => {
    fc.assert(
      fc.property(places(yamlFilesWithAliases), someValues, (place, value) => {
        const result = edit(place, { op: 'set', path: place.path, value });
        if (result.ok && result.edits.length > 0) isSet(place, value, result.edits);
      }),
      runs(300),
    );
  });

  it('puts a new key right behind a related one', () => {
    fc.assert(
      fc.property(yamlFiles, fc.nat(), (text, which) => {
        const root = parseYaml(text).documents[0]?.root;
        fc.pre(root?.kind === 'map' && root.entries.length > 0 && nodeAt(root, ['new']) === 'absent');
        const index = which % root.entries.length;
        const near = keyName(root.entries[index]?.key ?? assert.fail());
        const result = editYaml(
          text,
          { document: 0, base: [] },
          { op: 'set', path: ['new', 'key'], value: true, near: [near] },
        );
        assert.ok(result.ok, text);
        const after = parseYaml(applyEdits(text, result.edits)).documents[0]?.root;
        assert.ok(after?.kind === 'map');
        assert.equal(
          after.entries.findIndex(({ key }) => key.text === 'new'),
          index + 1,
        );
      }),
      runs(150),
    );
  });
});

describe('Removing a key from any file', () => {
  it('removes that key and nothing else', () => {
    fc.assert(
      fc.property(places(yamlFiles), fc.boolean(), (place, prune) => {
        const result = edit(place, { op: 'remove', path: place.path, prune });
        if (!result.ok) {
          assert.ok(result.reason === 'holds-list' || place.text.includes('|+'), result.reason);
          return;
        }
        checkEdits(place, result.edits, (after) => {
          const before = valuesOf(place.text)[place.document] ?? null;
          const isThere = valueAt(before, place.path) !== undefined;
          const left = isThere ? withoutPath(before, place.path, prune) : before;
          assert.deepEqual(after[place.document] ?? {}, left ?? {});
        });
      }),
      runs(400),
    );
  });
});

describe('Renaming a key in any file', () => {
  it('keeps the value and everything else', () => {
    fc.assert(
      fc.property(
        places(yamlFiles),
        fc.nat(),
        fc.array(newKeys, { minLength: 1, maxLength: 2 }),
        (place, which, more) => {
          const paths = [[], ...pathsOf(parseYaml(place.text).documents[place.document]?.root)];
          const to = [...(paths[which % paths.length] ?? []), ...more];
          const result = edit(place, { op: 'rename', from: place.path, to });
          if (!result.ok) {
            const isInto = place.path.every((key, index) => key === to[index]);
            assert.ok(isInto || movable.has(result.reason) || place.text.includes('|+'), result.reason);
            return;
          }
          if (result.edits.length === 0) return;
          checkEdits(place, result.edits, (after) => {
            const before = valuesOf(place.text)[place.document] ?? null;
            const moved = valueAt(before, place.path);
            assert.ok(moved !== undefined);
            assert.deepEqual(
              after[place.document],
              withValue(withoutPath(before, place.path, true), to, moved),
            );
          });
        },
      ),
      runs(400),
    );
  });
});

describe('Editing YAML inside a block scalar', () => {
  it('does what editing the inner text does', () => {
    fc.assert(
      fc.property(
        places(yamlFiles),
        someValues,
        fc.constantFrom('|', '|-', '|+'),
        fc.boolean(),
        (place, value, header, isLast) => {
          const inner = place.text.replace(/^\ufeff/, '');
          fc.pre(inner.trim() !== '');
          const lineBreak = /\r?\n/.exec(inner)?.[0] ?? '\n';
          const lines = inner.split(/\r?\n/).map((line) => (line === '' ? '' : `    ${line}`));
          const end = isLast ? '' : `${lineBreak}after: 1${lineBreak}`;
          const outer = `spec:${lineBreak}  values: ${header}${lineBreak}${lines.join(lineBreak)}${end}`;
          const scalar = nodeAt(parseYaml(outer).documents[0]?.root, ['spec', 'values']);
          fc.pre(
            typeof scalar === 'object' && scalar.kind === 'scalar' && parseYaml(outer).documents.length === 1,
          );
          const embedded = embeddedText(outer, scalar);
          assert.ok(embedded);
          const change: Change = { op: 'set', path: place.path, value };
          const wanted = editYaml(embedded.text, { document: place.document, base: [] }, change, {
            lineBreak,
            step: 2,
          });
          const result = editEmbedded(
            outer,
            { document: 0, path: ['spec', 'values'] },
            { document: place.document, base: [] },
            change,
          );
          if (!wanted.ok || !result.ok) {
            assert.equal(result.ok, wanted.ok, result.ok ? '' : result.reason);
            return;
          }
          const after = applyEdits(outer, result.edits);
          const written = nodeAt(parseYaml(after).documents[0]?.root, ['spec', 'values']);
          assert.ok(typeof written === 'object' && written.kind === 'scalar');
          assert.equal(
            embeddedText(after, written)?.text.trimEnd(),
            applyEdits(embedded.text, wanted.edits).trimEnd(),
          );
          assert.equal(after.endsWith(end), true);
        },
      ),
      runs(300),
    );
  });
});

describe('Editing any text at all', () => {
  it('throws nothing', () => {
    const texts = fc.tuple(
      fc.oneof(yamlFiles, yamlFilesWithAliases),
      fc.nat(),
      fc.nat({ max: 30 }),
      fc.constantFrom('', '{{ if x }}\n', '{{ y }}', '{', '- ', '"', '? ', '\t', '---\n', '|', '#'),
    );
    fc.assert(
      fc.property(
        texts,
        fc.array(newKeys, { minLength: 1, maxLength: 2 }),
        someValues,
        ([file, place, length, piece], path, value) => {
          const at = place % (file.length + 1);
          const text = file.slice(0, at) + piece + file.slice(at + length);
          const changes: readonly Change[] = [
            { op: 'set', path, value },
            { op: 'remove', path, prune: true },
            { op: 'rename', from: ['a'], to: path },
          ];
          for (const change of changes) {
            const result = editYaml(text, { document: 0, base: [] }, change);
            if (result.ok)
              assert.ok(result.edits.every(({ span }) => span.start >= 0 && span.end <= text.length));
          }
        },
      ),
      runs(300),
    );
  });
});
