import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namespaceLabelReader } from '../../../../../server/src/carriers/commands/kubectl/namespace-labels.ts';
import { factsIn } from '../../../../support/read.ts';

/** Who takes part in what, as a script says: `shop: istio sidecar by istio-injection=enabled`. */
function enrolledBy(text: string, path = '/repo/mesh.sh'): readonly string[] {
  return factsIn(namespaceLabelReader, text, path).flatMap((fact) => {
    if (fact.kind !== 'enrolment') return [];
    const { namespace = '?', mesh, mode, enrolled, span } = fact;
    return [`${namespace}: ${enrolled ? '' : 'no '}${mesh} ${mode} by ${text.slice(span.start, span.end)}`];
  });
}

describe('namespaces that kubectl labels', () => {
  const commands: Readonly<Record<string, readonly string[]>> = {
    'kubectl label namespace shop istio-injection=enabled': [
      'shop: istio sidecar by istio-injection=enabled',
    ],
    'kubectl label ns/shop istio-injection=enabled --overwrite': [
      'shop: istio sidecar by istio-injection=enabled',
    ],
    'kubectl --context=x label --overwrite ns a b istio-injection=enabled': [
      'a: istio sidecar by istio-injection=enabled',
      'b: istio sidecar by istio-injection=enabled',
    ],
    'oc label namespace shop team=x istio.io/dataplane-mode=ambient': [
      'shop: istio ambient by istio.io/dataplane-mode=ambient',
    ],
    'kubectl label ns shop istio-injection- istio.io/rev=1-24': ['shop: istio sidecar by istio.io/rev=1-24'],
    'kubectl label ns shop istio-injection=disabled': ['shop: no istio sidecar by istio-injection=disabled'],
    'kubectl annotate ns shop linkerd.io/inject=enabled': [
      'shop: linkerd sidecar by linkerd.io/inject=enabled',
    ],
    'sudo -E kubectl label namespaces "shop" "istio-injection=enabled"': [
      'shop: istio sidecar by istio-injection=enabled',
    ],
    'for ns in a b; do kubectl label ns $ns istio-injection=enabled; done': [
      '?: istio sidecar by istio-injection=enabled',
    ],
    'NS=shop; kubectl label ns "$NS" istio-injection=enabled': [
      'shop: istio sidecar by istio-injection=enabled',
    ],
    'kubectl label ns --all istio-injection=enabled': ['?: istio sidecar by istio-injection=enabled'],
    'kubectl label ns shop istio-injection=$X': [],
    'kubectl label ns shop istio-injection=enabled --dry-run=client': [],
    'kubectl label pods --all istio-injection=enabled': [],
    'kubectl label pod/shop sidecar.istio.io/inject=true': [],
    'kubectl get ns -l istio-injection=enabled': [],
    'echo kubectl label ns shop istio-injection=enabled': [],
    '# kubectl label ns shop istio-injection=enabled': [],
    'kubectl label ns shop istio-injection-': [],
    'kubectl label ns a istio-injection=enabled\nkubectl label ns b istio-injection-': [
      'a: istio sidecar by istio-injection=enabled',
    ],
    'kubectl label ns a istio-injection=enabled\nkubectl label ns a istio-injection-': [],
    'kubectl label ns a istio-injection-\nkubectl label ns a istio-injection=enabled': [
      'a: istio sidecar by istio-injection=enabled',
    ],
  };
  for (const [command, enrolled] of Object.entries(commands)) {
    it(`are ${JSON.stringify(enrolled)} in ${JSON.stringify(command)}`, () => {
      assert.deepEqual(enrolledBy(`${command}\n`), enrolled);
    });
  }

  it('stand in files of many kinds, but not in texts for people', () => {
    const command = 'kubectl label ns shop istio-injection=enabled';
    const files = {
      '/repo/ci.yaml': `script:\n  - ${command}\n`,
      '/repo/tasks.yml': `- ansible.builtin.command: ${command}\n`,
      '/repo/Makefile': `mesh:\n\t@${command}\n`,
      '/repo/Dockerfile': `RUN ${command}\n`,
      '/repo/justfile': `mesh:\n    ${command}\n`,
      '/repo/Tiltfile': `local('${command}')\n`,
    };
    for (const [path, text] of Object.entries(files)) {
      assert.deepEqual(enrolledBy(text, path), ['shop: istio sidecar by istio-injection=enabled'], path);
    }
    assert.ok(!namespaceLabelReader.kinds.includes('markdown'));
  });
});
