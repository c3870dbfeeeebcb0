import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { createMeshLint } from '../../server/src/features/create-mesh-lint.ts';
import type { MeshLint } from '../../server/src/features/mesh-lint.ts';
import { readCases } from '../support/cases/read-case.ts';
import { runs } from './settings.ts';

type Texts = ReadonlyMap<string, string>;

const folders = readCases(join(import.meta.dirname, '../cases')).filter(({ files }) => files.size > 0);

/** Some cases together in one workspace, half of them in clusters of their own. */
const workspaces = fc
  .uniqueArray(fc.nat({ max: folders.length - 1 }), { minLength: 1, maxLength: 4 })
  .map((picked): readonly (readonly [uri: string, text: string])[] =>
    picked.flatMap((index, place) => {
      const root = place % 2 === 0 ? `file:///repo/${place}` : `file:///repo/clusters/c${place}`;
      return [...(folders[index]?.files ?? [])].map(([path, text]) => [`${root}/${path}`, text] as const);
    }),
  );

/** What happens to one of the files; `at` picks it, `place` the letter that is typed. */
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    what: fc.constantFrom('longer', 'letter', 'half', 'gone', 'back', 'as-another'),
    place: fc.nat(),
    inPlace: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('a workspace that is edited', () => {
  it('is judged as one that was so from the beginning', () => {
    fc.assert(
      fc.property(workspaces, edits, (files, changes) => {
        const original = new Map(files);
        const uris = [...original.keys()];
        const texts = new Map(original);
        const edited = engineOver(texts);
        edited.findings();
        for (const { at, what, place, inPlace } of changes) {
          const uri = uris[at % uris.length] ?? '';
          const other = uris[(at + 1) % uris.length] ?? '';
          const text = changed(original.get(uri) ?? '', what, original.get(other) ?? '', place);
          // Files that come back come last: the order in which they come is the order in which they are told.
          if (!inPlace || text === undefined) {
            texts.delete(uri);
            edited.remove(uri);
          }
          if (text !== undefined) {
            texts.set(uri, text);
            edited.update(uri, text);
          }
          const fresh = engineOver(texts);
          assert.deepEqual(edited.findings(), fresh.findings());
          assert.deepEqual(viewsOf(edited), viewsOf(fresh));
        }
      }),
      runs(200),
    );
  });
});

function engineOver(texts: Texts): MeshLint {
  const engine = createMeshLint();
  for (const [uri, text] of texts) engine.update(uri, text);
  return engine;
}

/** What views show of a workspace, as plain data. */
function viewsOf(engine: MeshLint): unknown {
  return JSON.parse(JSON.stringify([engine.overview(), engine.workloads()]));
}

function changed(text: string, what: string, other: string, place: number): string | undefined {
  switch (what) {
    case 'letter': {
      const at = place % (text.length + 1);
      return `${text.slice(0, at)}x${text.slice(at)}`;
    }
    case 'longer':
      return `# A line more.\n${text}`;
    case 'half':
      return text.slice(0, text.lastIndexOf('\n', text.length / 2) + 1);
    case 'gone':
      return undefined;
    case 'as-another':
      return other;
    default:
      return text;
  }
}
