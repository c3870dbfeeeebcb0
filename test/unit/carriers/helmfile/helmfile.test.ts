import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { helmfileCarrier as carrier } from '../../../../server/src/carriers/helmfile/helmfile.ts';
import {
  assertLines,
  deploymentsIn,
  layersIn,
  nameInShort,
  scalarsOf,
  sourcesInShort,
  written,
} from '../../../support/carriers.ts';
import { only } from '../../../support/only.ts';

/** A helmfile with Cilium as its one release; `more` is indented by 4, `around` stands below the releases. */
function helmfile(more: string, around = ''): string {
  const rest = more.replaceAll(/^(?=.)/gm, '    ');
  return `releases:\n  - name: cilium\n    chart: cilium/cilium\n    version: 1.16.4\n${rest}${around}`;
}

describe('a release as a deployment', () => {
  it('says what it installs, and where to', () => {
    const text = helmfile('namespace: kube-system\n', 'helmDefaults:\n  kubeContext: fra\n');
    const fact = only(deploymentsIn(carrier, text));
    assert.deepEqual(
      [fact.title, nameInShort(fact.chart), nameInShort(fact.version), fact.namespace, fact.destination],
      ['helmfile release cilium', 'cilium/cilium', '1.16.4', 'kube-system', 'fra'],
    );
  });

  it('merges values in their order, then secrets, then what it sets', () => {
    const text = helmfile(
      'set: [{name: a, value: b}]\nsetString: [{name: a, value: c}]\nsecrets: [s.yaml]\nvalues:\n  - a.yaml\n  - b: 1\n  - c.yaml.gotmpl\n',
    );
    assert.deepEqual(sourcesInShort(only(deploymentsIn(carrier, text))), [
      'file a.yaml',
      'own releases.0.values.1',
      'file c.yaml.gotmpl',
      'unknown',
      'own releases.0.set',
      'own releases.0.setString',
    ]);
  });

  it('does not tell values from patterns, remote files and templates', () => {
    const text = helmfile(
      'values:\n  - env/*.yaml\n  - git::https://example.com/x.git@a.yaml\n  - {{ .Values.file }}\n  - ""\n',
    );
    assert.deepEqual(sourcesInShort(only(deploymentsIn(carrier, text))).slice(0, 3), [
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('lets files be missing where it says so', () => {
    const text = helmfile('missingFileHandler: Info\nvalues: [a.yaml]\n');
    assert.deepEqual(sourcesInShort(only(deploymentsIn(carrier, text))), ['optional file a.yaml']);
  });

  it('takes what it does not say from its template', () => {
    const text = `templates:
  cni: {chart: cilium/cilium, version: 1.15.1, values: [a.yaml]}
releases:
  - name: cilium
    inherit: [{template: cni}]
`;
    const fact = only(deploymentsIn(carrier, text));
    assert.deepEqual([nameInShort(fact.version), ...sourcesInShort(fact)], ['1.15.1', 'file a.yaml']);
  });

  it('takes the template that all releases inherit from', () => {
    const text = `defaultInherit: cni
templates:
  cni: {version: 1.15.1}
releases:
  - {name: cilium, chart: cilium/cilium}
`;
    assert.equal(nameInShort(only(deploymentsIn(carrier, text)).version), '1.15.1');
  });

  it('has unknown values where a template of another file, or one beside its own, gives some', () => {
    const other = helmfile('inherit: [{template: base}]\n');
    assert.deepEqual(sourcesInShort(only(deploymentsIn(carrier, other))), ['unknown']);
    const both = helmfile(
      'inherit: [{template: t}]\nvalues: [a.yaml]\n',
      'templates: {t: {values: [b.yaml]}}\n',
    );
    assert.deepEqual(sourcesInShort(only(deploymentsIn(carrier, both))), ['unknown']);
  });

  it('is not deployed where it is not installed', () => {
    assert.equal(only(deploymentsIn(carrier, helmfile('installed: false\n'))).deploys, false);
    assert.equal(only(deploymentsIn(carrier, helmfile('installed: {{ .Values.x }}\n'))).deploys, true);
  });

  it('is none for other charts of a repository, and may be one for a folder', () => {
    const text = `repositories: [{name: istio, url: https://example.com}]
releases:
  - {name: a, chart: istio/istiod}
  - {name: b, chart: oci://example.com/charts/nginx}
  - {name: c, chart: ../charts/network}
`;
    assert.deepEqual(
      deploymentsIn(carrier, text).map(({ chart }) => nameInShort(chart)),
      ['../charts/network'],
    );
  });

  it('is nothing that a Kubernetes object lists', () => {
    const text = `apiVersion: example.org/v1\nkind: Bundle\n${helmfile('values: [{a: 1}]\n')}`;
    assert.deepEqual(deploymentsIn(carrier, text), []);
  });
});

describe('what a release sets', () => {
  it('is typed as Helm types it', () => {
    const set = `set:
  - {name: a, value: true}
  - {name: b, value: "x,{y}"}
  - {name: c, values: [x, 1]}
  - {name: d, file: d.txt}
  - {name: e, value: {{ env "E" | quote }}}
  - {name: f}
`;
    assert.deepEqual(scalarsOf(only(layersIn(carrier, helmfile(set)))), {
      a: true,
      b: 'x,{y}',
      c: 2,
      d: '?',
      e: '?',
    });
  });

  it('is text in setString', () => {
    const text = helmfile('setString:\n  - {name: a, value: true}\n');
    assert.deepEqual(scalarsOf(only(layersIn(carrier, text))), { a: 'true' });
  });
});

describe('writing into a release', () => {
  const set = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true } as const;

  it('quotes as its neighbours do', () => {
    const path = ['releases', '0', 'set'];
    const quoted = helmfile("set:\n- name: a\n  value: 'true'\n");
    assert.equal(
      written(carrier, quoted, path, set),
      `${quoted}    - name: socketLB.hostNamespaceOnly\n      value: 'true'\n`,
    );
    const plain = helmfile('set:\n- name: a\n  value: false\n');
    assertLines(plain, written(carrier, plain, path, set), [
      '+    - name: socketLB.hostNamespaceOnly',
      '+      value: true',
    ]);
  });

  it('keeps line breaks and a missing one at the end', () => {
    const text = helmfile('set:\n- name: a\n  value: b').replaceAll('\n', '\r\n');
    const after = written(carrier, text, ['releases', '0', 'set'], set);
    assert.equal(after, `${text}\r\n    - name: socketLB.hostNamespaceOnly\r\n      value: true`);
  });

  it('has no text for a boolean in setString', () => {
    const text = helmfile('setString:\n- name: a\n  value: b\n');
    assert.equal(written(carrier, text, ['releases', '0', 'setString'], set), 'not-writable');
  });

  it('leaves what other releases share by an anchor alone', () => {
    const text = `x: &set\n  - {name: a, value: b}\n${helmfile('set: *set\n')}`;
    assert.equal(written(carrier, text, ['releases', '0', 'set'], set), 'behind-alias');
  });

  it('removes the list with its last item', () => {
    const text = helmfile('set:\n- name: a\n  value: b\nnamespace: x\n');
    const after = written(carrier, text, ['releases', '0', 'set'], { op: 'remove', path: ['a'] });
    assert.equal(after, helmfile('namespace: x\n'));
  });
});
