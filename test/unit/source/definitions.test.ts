import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { withoutDefinitions } from '../../../server/src/source/definitions.ts';
import { parseYaml } from '../../../server/src/yaml/parse.ts';

const definition = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n\nspec: {}\n';
const namespace = 'apiVersion: v1\nkind: Namespace\n';

describe('withoutDefinitions', () => {
  it('leaves every offset and every document where it was', () => {
    const text = `${definition}---\n${namespace}--- # next\n${definition}---\n${namespace}`;
    const told = withoutDefinitions(text);
    assert.equal(told.length, text.length);
    assert.doesNotMatch(told, /CustomResourceDefinition/);
    assert.equal(told.indexOf(namespace), text.indexOf(namespace));
    assert.deepEqual(
      parseYaml(told).documents.map(({ root }) => root?.kind),
      ['scalar', 'map', 'scalar', 'map'],
    );
  });

  it('keeps to CRLF', () => {
    const text = `${definition}---\n${namespace}`.replaceAll('\n', '\r\n');
    assert.deepEqual(
      parseYaml(withoutDefinitions(text)).documents.map(({ root }) => root?.kind),
      ['scalar', 'map'],
    );
  });

  it('leaves out nothing that merely speaks of definitions, nor what has templates', () => {
    for (const text of [
      `${namespace}metadata:\n  name: CustomResourceDefinition\n`,
      'kind: ConfigMap\ndata:\n  kind: CustomResourceDefinition\n',
      `{{- if .Values.crds }}\n${definition}---\n${namespace}{{- end }}\n`,
    ])
      assert.equal(withoutDefinitions(text), text);
  });

  it('leaves a text without a last line end as long as it was', () => {
    const text = definition.trimEnd();
    assert.equal(withoutDefinitions(text).length, text.length);
    assert.equal(withoutDefinitions(`${namespace}---\n`), `${namespace}---\n`);
  });
});
