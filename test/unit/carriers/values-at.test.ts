import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valuesAt } from '../../../server/src/carriers/values-at.ts';
import { parseYaml } from '../../../server/src/yaml/parse.ts';

/** In short: the keys of each layer, and the kinds of the sources. */
const found = (values: string) => {
  const text = `spec:\n  values: ${values}`;
  const document = parseYaml(text).documents[0];
  if (document === undefined) throw new Error('A text has a document.');
  const { layers, sources } = valuesAt({ text, document, carrier: 'k0s' }, ['spec', 'values']);
  return [
    layers.map(({ settings }) => settings.map(({ path }) => path.join('.'))),
    sources.map(({ kind }) => kind),
  ];
};

describe('values in a place of a file', () => {
  it('are a map, or YAML in any scalar', () => {
    const expected = [[['debug', 'debug.enabled']], ['own-layer']];
    assert.deepEqual(found('{debug: {enabled: true}}\n'), expected);
    assert.deepEqual(found('|\n    debug:\n      enabled: true\n'), expected);
    assert.deepEqual(found('"debug:\\n  enabled: true\\n"\n'), expected);
  });

  it('may be none', () => {
    assert.deepEqual(found('""\n'), [[], []]);
    assert.deepEqual(found('|\n    # later\nmore: 1\n'), [[], []]);
    assert.deepEqual(found('\n'), [[], []]);
  });

  it('may be anything where they cannot be read', () => {
    assert.deepEqual(found('${values}\n'), [[], ['unknown']]);
    assert.deepEqual(found('[a]\n'), [[], ['unknown']]);
    assert.deepEqual(found('|\n    a: 1\n    ---\n    b: 1\n'), [[], ['unknown']]);
  });
});
