import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Named } from '../../../../server/src/facts/deployment.ts';
import { commandsIn } from './script.ts';

/** A text where it stands first in a script. */
const textIn = (script: string, text: string): Named => ({
  kind: 'text',
  text,
  span: { start: script.indexOf(text), end: script.indexOf(text) + text.length },
});

const inShort = (name: Named): string => (name.kind === 'text' ? name.text : '?');

describe('helm commands', () => {
  it('are found with release, chart, version, namespace, context and values files', () => {
    const script =
      'helm --kube-context=dev -n kube-system upgrade --install cilium cilium/cilium --version 1.13.2 ' +
      '-f a.yaml,b.yaml --values=c.yaml -fd.yaml --wait --timeout 5m';
    const [command] = commandsIn(script);
    assert.deepEqual(command, {
      kind: 'helm-command',
      ownLayer: { document: 0, path: [] },
      tool: 'helm',
      verb: 'upgrade',
      chart: 'cilium/cilium',
      release: 'cilium',
      namespace: 'kube-system',
      version: textIn(script, '1.13.2'),
      kubeContext: 'dev',
      valuesFiles: ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml'].map((path) => ({ file: textIn(script, path) })),
      creates: true,
      deploys: true,
      span: { start: 0, end: script.length },
    });
  });

  const called = [
    'sudo -E helm install cilium cilium/cilium',
    'KUBECONFIG=x HELM_DEBUG=1 helm install cilium cilium/cilium',
    'env A=b time helm install cilium cilium/cilium',
    'retry 3 helm install cilium cilium/cilium',
    'timeout 5m ./bin/helm3 install cilium cilium/cilium',
    'a && helm install cilium cilium/cilium || exit 1',
    'if ! helm install cilium cilium/cilium; then exit; fi',
    'f() { helm install cilium cilium/cilium; }',
    'function f { helm install cilium cilium/cilium; }',
    '(cd x; helm install cilium cilium/cilium)',
    'out=$(helm install cilium cilium/cilium)',
    'case $1 in a) helm install cilium cilium/cilium ;; esac',
    'while true; do helm install cilium cilium/cilium & done',
    '$HELM install cilium cilium/cilium',
    '"${HELM_CMD}" install cilium cilium/cilium',
    'TOOL=helm; $TOOL install cilium cilium/cilium',
    'helm install --generate-name cilium/cilium',
    'helm install --name cilium cilium/cilium',
    'helm install cilium/cilium --name-template x',
    'helm install cilium -- cilium/cilium',
    'helm \\\n  install \\\n  cilium \\\n  cilium/cilium',
    'helm \\\r\n  install cilium cilium/cilium\r\n',
    'helm install "$RELEASE" cilium/cilium $ARGS "$@"',
    'helm install ${ARGS} cilium cilium/cilium',
    'all: x\n\t@helm install cilium cilium/cilium\n',
    'HELM ?= helm\nall:\n\t- $(HELM) install cilium cilium/cilium\n',
    'all:\n\t@set -e; \\\n\t\tfor i in 1; do \\\n\t\t\thelm install cilium cilium/cilium; \\\n\t\tdone\n',
  ];
  for (const script of called) {
    it(`are found in ${JSON.stringify(script)}`, () => {
      assert.deepEqual(
        commandsIn(script).map(({ tool, verb, chart }) => [tool, verb, chart]),
        [['helm', 'install', 'cilium/cilium']],
      );
    });
  }

  const notCalled = [
    '# helm install cilium cilium/cilium',
    'x # helm install cilium cilium/cilium',
    '# x \\\nx; #helm install cilium cilium/cilium',
    'echo "helm install cilium cilium/cilium"',
    'echo helm install cilium cilium/cilium',
    'cat <<EOF\nhelm install cilium cilium/cilium\nEOF',
    'which helm install',
    'helm repo add cilium https://helm.cilium.io',
    'helm uninstall cilium',
    'helm install',
    'helm install cilium "$CHART"',
    'helm install cilium $CHART',
    "x 'helm install cilium cilium/cilium",
    "helm install cilium cilium/cilium --set 'a=b",
    'all:\n\t# helm install cilium cilium/cilium\n',
    'all:\n\techo\n# \\\n\thelm install cilium cilium/cilium\n',
    './setup.sh cilium install',
    'make -C cilium install',
    'cilium status --wait',
    'cilium install foo',
    'cilium template',
    '',
  ];
  for (const script of notCalled) {
    it(`are not found in ${JSON.stringify(script)}`, () => {
      assert.deepEqual(commandsIn(script), []);
    });
  }

  it('of other charts are facts too, counted with the rest in file order', () => {
    const script =
      'helm install istiod istio/istiod -n istio-system\nx=$(helm install cilium cilium/cilium)\ncilium install';
    assert.deepEqual(
      commandsIn(script).map(({ ownLayer, chart }) => [ownLayer.document, chart]),
      [
        [0, 'istio/istiod'],
        [1, 'cilium/cilium'],
        [2, 'cilium'],
      ],
    );
  });

  it('know versions and files that a variable hides from those that the script tells', () => {
    const script =
      'V=1.13.2\nhelm install a cilium/cilium --version $V -f "$D/a.yaml"\nhelm install a cilium/cilium --version "$W"';
    assert.deepEqual(
      commandsIn(script).map(({ version, valuesFiles }) => [
        version && inShort(version),
        valuesFiles.map(({ file }) => inShort(file)),
      ]),
      [
        ['1.13.2', ['?']],
        ['?', []],
      ],
    );
  });

  it('of the Cilium command line bring chart, release and namespace with them', () => {
    const [command] = commandsIn(
      'cilium install --context dev --version v1.14.1 --helm-values a.yaml --wait',
    );
    assert.equal(command?.tool, 'cilium');
    assert.equal(command.chart, 'cilium');
    assert.equal(command.release, 'cilium');
    assert.equal(command.namespace, 'kube-system');
    assert.equal(command.kubeContext, 'dev');
    assert.equal(command.version && inShort(command.version), 'v1.14.1');
    assert.deepEqual(
      command.valuesFiles.map(({ file }) => inShort(file)),
      ['a.yaml'],
    );
  });
});

describe('deploys', () => {
  const deploying = [
    'helm upgrade c cilium/cilium --dry-run=none',
    'helm template c cilium/cilium | kubectl apply -f -',
    'helm template c cilium/cilium | sed s/a/b/ | sudo kubectl -n x apply -f -',
    'helm template c cilium/cilium > cilium.yaml',
    'helm template c cilium/cilium | yq . >cilium.yaml',
    'helm template c cilium/cilium | tee cilium.yaml',
    'helm template c cilium/cilium --output-dir out',
    'cilium install --dry-run | kubectl create -f -',
  ];
  for (const script of deploying) {
    it(`is true of ${script}`, () => {
      assert.deepEqual(
        commandsIn(script).map(({ deploys }) => deploys),
        [true],
      );
    });
  }

  const printing = [
    'helm template c cilium/cilium',
    'helm template c cilium/cilium | grep image',
    'helm template c cilium/cilium | grep image > images.txt',
    'helm template c cilium/cilium > /dev/null 2>&1',
    'helm template c cilium/cilium 2>errors.txt',
    'helm upgrade c cilium/cilium --dry-run',
    'helm upgrade c cilium/cilium --dry-run=server | tail',
    'cilium install --dry-run-helm-values',
    'cilium install --list-versions',
    'helm install --help c cilium/cilium',
  ];
  for (const script of printing) {
    it(`is false of ${script}`, () => {
      assert.deepEqual(
        commandsIn(script).map(({ deploys }) => deploys),
        [false],
      );
    });
  }
});
