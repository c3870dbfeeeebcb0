import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { corpusFolder } from '../../scripts/corpus/truth.ts';
import { objectsOf } from '../../server/src/manifests/objects.ts';
import { plainManifests } from '../../server/src/manifests/plain-manifest.ts';
import { parsedFacts, plainFacts } from '../../server/src/manifests/workload-reader.ts';
import { sourceFile } from '../../server/src/source/file.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';

const reason = existsSync(corpusFolder) ? false : `no corpus in ${corpusFolder}`;

describe('manifests of real repositories', { skip: reason }, () => {
  it('read line by line are those that a parser reads', () => {
    let compared = 0;
    for (const path of yamlFiles()) {
      const text = readFileSync(path, 'utf8');
      const manifests = text.length > 500_000 ? undefined : plainManifests(text);
      if (manifests === undefined || manifests.some(({ kind }) => kind.endsWith('List'))) continue;
      const parsed = objectsOf(parseYaml(text)).map(
        ({ kind, name, namespace }) => `${kind} ${namespace}/${name}`,
      );
      assert.deepEqual(
        manifests.map(({ kind, name, namespace }) => `${kind} ${namespace}/${name}`),
        parsed,
        path,
      );
      compared++;
    }
    assert.ok(compared > 1000, `${compared} files are few`);
  });
});

describe('workloads of real repositories', { skip: reason }, () => {
  it('read line by line are those that a parser reads', () => {
    let compared = 0;
    for (const path of yamlFiles()) {
      const text = readFileSync(path, 'utf8');
      const plain = text.length > 500_000 ? undefined : plainFacts(text);
      if (plain === undefined || plain.length === 0) continue;
      const parsed = parsedFacts(sourceFile(`file://${path}`, 'yaml', text));
      assert.deepEqual(plain.map(withoutSpan), parsed.map(withoutSpan), path);
      compared++;
    }
    assert.ok(compared > 500, `${compared} files are few`);
  });
});

/** Line by line a manifest is its whole document. */
function withoutSpan(fact: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fact).filter(([key]) => key !== 'span'));
}

function yamlFiles(): readonly string[] {
  return readdirSync(corpusFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
