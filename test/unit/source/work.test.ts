import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valuesFileCarrier } from '../../../server/src/carriers/values-file.ts';
import { refusalOf } from '../../../server/src/knowledge/refusals.ts';
import { effectiveSetting } from '../../../server/src/knowledge/settings.ts';
import { allVersions } from '../../../server/src/knowledge/versions.ts';
import type { Read } from '../../../server/src/knowledge/reading.ts';
import { workloadReader } from '../../../server/src/manifests/workload-reader.ts';
import { sourceFile } from '../../../server/src/source/file.ts';
import type { Reader } from '../../../server/src/source/reader.ts';

/** How often a reader has a text parsed, and how many facts it finds there. */
function workOf(
  reader: Pick<Reader, 'read'>,
  text: string,
): { readonly parses: number; readonly facts: number } {
  const file = sourceFile('file:///repo/file.yaml', 'yaml', text);
  let parses = 0;
  const yaml: typeof file.yaml = () => {
    parses++;
    return file.yaml();
  };
  return { facts: reader.read({ ...file, yaml }).length, parses };
}

const definition = [
  'apiVersion: apiextensions.k8s.io/v1',
  'kind: CustomResourceDefinition # of pods',
  'metadata:',
  '  name: things.example.org',
  'spec:',
  '  example: {kind: Pod}',
  '  kubeProxyReplacement: true',
  '',
].join('\n');
const namespace = ['apiVersion: v1', 'kind: Namespace', 'metadata: {name: shop}', ''].join('\n');

describe('work that is not done', () => {
  it('is parsing definitions of resources for workloads', () => {
    assert.deepEqual(workOf(workloadReader, definition), { facts: 0, parses: 0 });
    assert.deepEqual(workOf(workloadReader, `${definition}---\n${namespace}`), { facts: 1, parses: 1 });
    assert.deepEqual(workOf(workloadReader, namespace.replace('kind:', '"kind":')), { facts: 1, parses: 1 });
    const list = [
      'apiVersion: v1',
      'kind: List',
      'items:',
      '  - {apiVersion: v1, kind: Namespace, metadata: {name: a}}',
    ];
    assert.deepEqual(workOf(workloadReader, list.join('\n')), { facts: 1, parses: 1 });
  });

  it('is parsing manifests, and words that are no keys, for values', () => {
    const values = 'kubeProxyReplacement: true\n';
    assert.deepEqual(workOf(valuesFileCarrier, values), { facts: 1, parses: 1 });
    assert.deepEqual(workOf(valuesFileCarrier, '? kubeProxyReplacement\n: true\n'), { facts: 1, parses: 1 });
    assert.deepEqual(workOf(valuesFileCarrier, `"kubeProxyReplacement" : true\n`), { facts: 1, parses: 1 });
    assert.deepEqual(workOf(valuesFileCarrier, definition), { facts: 0, parses: 0 });
    assert.deepEqual(workOf(valuesFileCarrier, 'note: of kubeProxyReplacement\n'), { facts: 0, parses: 0 });
    assert.deepEqual(workOf(valuesFileCarrier, `${definition}---\n${values}`), { facts: 1, parses: 1 });
  });

  it('is reading a key again for each version', () => {
    const asked: string[] = [];
    const read: Read = (path, dialect) => {
      asked.push(`${dialect} ${path.join('.')}`);
      return { kind: 'absent' };
    };
    const ask = (): void => {
      for (const version of allVersions.versions) {
        refusalOf(version, read);
        effectiveSetting('kubeProxyReplacement', version, read);
      }
    };
    ask();
    assert.ok(asked.length < 4 * allVersions.versions.length, `${asked.length} readings`);
    const before = asked.length;
    ask();
    assert.equal(asked.length, before);
  });
});
