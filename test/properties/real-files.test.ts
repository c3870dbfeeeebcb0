import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { editYaml } from '../../server/src/edits/edit-yaml.ts';
import { applyEdits, type Change } from '../../server/src/edits/edit.ts';
import { readComposed } from '../../server/src/yaml/composed.ts';
import { readEvents } from '../../server/src/yaml/events.ts';
import { nodeAt, scalarOf } from '../../server/src/yaml/navigate.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { pathsOf } from './paths.ts';
import { runs } from './settings.ts';

/** Real repositories, in the developers' shared folder (optional). */
const corpus = join(import.meta.dirname, '../../../shared/corpus');
const files = globSync('**/*.{yaml,yml,gotmpl}', { cwd: corpus });
const skip = files.length === 0 ? 'the shared folder with real repositories is not there' : false;

const maxDepth = 200;
const maxLength = 60_000;

/** The text of some real file that is not too long to be read a few times. */
function realText(which: number): string {
  const file = files[which % files.length] ?? '';
  const text = readFileSync(join(corpus, file), 'utf8');
  return text.length > maxLength ? '' : text;
}

describe('Real files', () => {
  it('give the same tree from both parsers', { skip }, () => {
    fc.assert(
      fc.property(fc.nat(), (which) => {
        const text = realText(which);
        const events = readEvents(text, maxDepth);
        if (events === undefined) return;
        const composed = readComposed(text, maxDepth);
        if (composed.every(({ problems }) => problems.length === 0)) assert.deepEqual(events, composed);
      }),
      runs(150),
    );
  });

  it('are edited in one place and once only', { skip }, () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.boolean(), (which, place, isNew) => {
        const text = realText(which);
        const { documents } = parseYaml(text);
        const document = place % documents.length;
        const paths = [[], ...pathsOf(documents[document]?.root)];
        const known = paths[place % paths.length] ?? [];
        const path = isNew || known.length === 0 ? [...known, 'socketLB', 'hostNamespaceOnly'] : known;
        const change: Change = { op: 'set', path, value: 'edited' };
        const result = editYaml(text, { document, base: [] }, change);
        if (!result.ok) {
          assert.ok(
            result.reason !== 'unsupported-layout' && result.reason !== 'would-change-more',
            result.reason,
          );
          return;
        }
        const after = applyEdits(text, result.edits);
        assert.equal(scalarOf(nodeAt(parseYaml(after).documents[document]?.root, path)), 'edited');
        assert.deepEqual(editYaml(after, { document, base: [] }, change), { ok: true, edits: [] });
        const old = nodeAt(documents[document]?.root, path);
        const mayGo =
          typeof old === 'string'
            ? 'null'.length + 1
            : old.span.end - old.span.start + (old.tag?.length ?? 0);
        const gone = result.edits.reduce((sum, { span }) => sum + span.end - span.start, 0);
        assert.ok(gone <= mayGo + 1, `${gone} characters are gone`);
      }),
      runs(300),
    );
  });

  it('are read when they are cut off anywhere', { skip }, () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, cut) => {
        const text = realText(which);
        const { documents } = parseYaml(text.slice(0, cut % (text.length + 1)));
        assert.ok(documents.length > 0);
      }),
      runs(200),
    );
  });
});
