import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ansibleHelmCarrier } from '../../../../server/src/carriers/ansible/helm-module.ts';
import { applyEdits, type Change } from '../../../../server/src/edits/edit.ts';
import { factsIn } from '../../../support/read.ts';

const task = (more: string, chart = 'cilium/cilium'): string =>
  `- name: CNI\n  kubernetes.core.helm:\n    name: cilium\n    chart_ref: ${chart}\n    release_namespace: kube-system\n${more.replaceAll(/^/gm, '    ')}\n`;

/** What the task merges: the path of a file, the last key of its own settings' place, `?` for what is not told. */
function mergedBy(text: string): readonly string[] {
  return factsIn(ansibleHelmCarrier, text).flatMap((fact) =>
    fact.kind !== 'deployment'
      ? []
      : fact.values.map((source) => {
          if (source.kind === 'file') return source.path;
          return source.kind === 'own-layer' ? (source.address.path.at(-1) ?? '') : '?';
        }),
  );
}

describe('a task that calls the Helm module', () => {
  const forms: readonly (readonly [title: string, more: string, merged: readonly string[]])[] = [
    ['values', 'values:\n  a: 1', ['values']],
    ['release_values', 'release_values:\n  a: 1', ['release_values']],
    [
      'files',
      'values_files:\n  - a.yaml\n  - "{{ role_path }}/files/b.yaml"\n  - "{{ c }}"',
      ['a.yaml', 'files/b.yaml', '{{ c }}'],
    ],
    ['a list of files in a variable', 'values_files: "{{ files }}"', ['?']],
    ['values in a variable', 'values: "{{ x }}"', ['?']],
    ['values from a file', `values: "{{ lookup('file', 'a.yaml') | from_yaml }}"`, ['files/a.yaml']],
    [
      'values from a template',
      `values: "{{ lookup('ansible.builtin.template', 'templates/a.j2') | from_yaml }}"`,
      ['templates/a.j2'],
    ],
    ['values put together', 'values: "{{ a | combine(b) }}"', ['?']],
    [
      "files, values and sets in Helm's order",
      'set_values:\n  - value: a=1\nvalues: { a: 1 }\nvalues_files: [a.yaml]',
      ['a.yaml', 'values', 'set_values'],
    ],
  ];
  for (const [title, more, merged] of forms) {
    it(`merges ${title}`, () => assert.deepEqual(mergedBy(task(more)), merged));
  }

  it('says nothing of other charts of a repository, nor where a template names the chart', () => {
    assert.deepEqual(mergedBy(task('chart_repo_url: https://x\nvalues: { a: 1 }', 'istiod')), []);
    assert.deepEqual(mergedBy(task('values: { a: 1 }', '"{{ chart }}"')), []);
  });
});

describe('a change of the task', () => {
  const set = (path: readonly string[], value: boolean | string): Change => ({ op: 'set', path, value });
  const written = (text: string, key: string, change: Change): string => {
    const address = { document: 0, path: ['0', 'kubernetes.core.helm', key] };
    const result = ansibleHelmCarrier.write(text, address, change);
    return result.ok ? applyEdits(text, result.edits) : `refused: ${result.reason}`;
  };
  const sets = task(
    'set_values:\n  - value: "a.b=true,c=1"\n    value_type: raw\n  - value: d=e\n    value_type: string',
  );

  it('is made in set_values where the key stands there', () => {
    assert.equal(written(sets, 'set_values', set(['a', 'b'], false)), sets.replace('a.b=true', 'a.b=false'));
    assert.equal(written(sets, 'set_values', set(['d'], 'x')), sets.replace('d=e', 'd=x'));
  });

  it('is made in the values below otherwise', () => {
    assert.equal(
      written(sets, 'set_values', set(['x', 'z'], true)),
      `${sets.trimEnd()}\n    values:\n      x:\n        z: true\n`,
    );
    const both = `${sets.trimEnd()}\n    release_values:\n      z: 1\n`;
    assert.equal(written(both, 'set_values', set(['x'], true)), `${both}      x: true\n`);
  });

  it('is refused where set_values would overrule it, or cannot say it', () => {
    assert.equal(written(sets, 'set_values', set(['a'], true)), 'refused: unsupported-layout');
    assert.equal(written(sets, 'set_values', set(['d'], true)), 'refused: unsupported-layout');
    assert.equal(written('- name: x\n', 'set_values', set(['a'], true)), 'refused: gone');
  });
});
