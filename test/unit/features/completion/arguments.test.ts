import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { labels, offered, taken } from '../../../support/features/asked.ts';

const install = 'helm install cilium cilium/cilium --version 1.16.4';

describe('arguments of Helm', () => {
  it('are whole paths below what is written', () => {
    assert.deepEqual(labels(offered('i.sh', `${install} --set socketLB.‸ --wait\n`)), [
      'socketLB.enabled',
      'socketLB.hostNamespaceOnly',
      'socketLB.terminatePodConnections',
      'socketLB.tracing',
    ]);
  });

  it('leave out what the command sets already', () => {
    const command = `${install} --set socketLB.enabled=true,socketLB.ho‸\n`;
    assert.ok(!labels(offered('i.sh', command)).includes('socketLB.enabled'));
    assert.ok(labels(offered('i.sh', command)).includes('socketLB.hostNamespaceOnly'));
  });

  it('begin with the keys at the root and those that matter', () => {
    const names = labels(offered('i.sh', `${install} \\\n  --set ‸\n`));
    assert.ok(names.includes('socketLB') && names.includes('socketLB.hostNamespaceOnly'));
    assert.ok(!names.includes('hostServices.hostNamespaceOnly'));
  });

  it('end with what comes next', () => {
    const of = (typed: string, label: string): string =>
      taken('i.sh', `${install} --set ${typed} --wait\n`, label);
    assert.equal(of('soc‸', 'socketLB'), `${install} --set socketLB. --wait\n`);
    assert.equal(
      of('socketLB.ho‸', 'socketLB.hostNamespaceOnly'),
      `${install} --set socketLB.hostNamespaceOnly= --wait\n`,
    );
    assert.equal(
      of('socketLB.ho‸st=true', 'socketLB.tracing'),
      `${install} --set socketLB.tracing=true --wait\n`,
    );
    assert.equal(
      of('"a=b,socketLB.‸"', 'socketLB.tracing'),
      `${install} --set "a=b,socketLB.tracing=" --wait\n`,
    );
  });

  it('have values, which nothing quotes', () => {
    const values = (key: string) => labels(offered('i.sh', `${install} --set-string ${key}=‸\n`));
    assert.deepEqual(values('socketLB.hostNamespaceOnly'), ['true', 'false']);
    assert.deepEqual(values('routingMode'), ['native', 'tunnel']);
    assert.deepEqual(values('gatewayAPI.gatewayClass.create'), ['auto', 'true', 'false']);
    assert.deepEqual(values('k8sServiceHost'), []);
  });

  it('are offered in scripts inside of YAML, and as names in a list', () => {
    const step = `jobs:\n  a:\n    steps:\n      - run: |\n          ${install} --set cni.‸\n`;
    assert.ok(labels(offered('.github/workflows/a.yaml', step)).includes('cni.exclusive'));
    const parameters = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: cilium
spec:
  source:
    chart: cilium
    repoURL: https://helm.cilium.io
    targetRevision: 1.16.3
    helm:
      parameters:
        - name: cni.‸
          value: "false"
`;
    assert.ok(labels(offered('a.yaml', parameters)).includes('cni.exclusive'));
  });

  it('are offered behind a flag in the line above', () => {
    const list = (item: string): string =>
      `spec:\n  containers:\n    - command: [helm]\n      args:\n        - install\n        - cilium\n        - cilium/cilium\n        - --set\n        - ${item}\n`;
    assert.ok(labels(offered('a.yaml', list('cni.‸'))).includes('cni.exclusive'));
    assert.equal(taken('a.yaml', list('"cni.ex‸"'), 'cni.exclusive'), list('"cni.exclusive="'));
    assert.deepEqual(labels(offered('a.yaml', list('routingMode=‸'))), ['native', 'tunnel']);
    assert.ok(labels(offered('i.sh', `${install} --set \\\n  cni.‸\n`)).includes('cni.exclusive'));
  });

  it('are names of items that have no value yet', () => {
    const helmfile = (item: string): string =>
      `releases:\n  - name: cilium\n    chart: cilium/cilium\n    set:\n      - ${item}\n`;
    assert.equal(
      taken('helmfile.yaml', helmfile('name: "cni.‸"'), 'cni.exclusive'),
      helmfile('name: "cni.exclusive"'),
    );
    assert.ok(
      labels(offered('helmfile.yaml', helmfile('name: cni.‸\n        value: x'))).includes('cni.exclusive'),
    );
    const terraform = (block: string): string =>
      `resource "helm_release" "cilium" {\n  name = "cilium"\n  repository = "https://helm.cilium.io"\n  chart = "cilium"\n  set {\n    ${block}\n  }\n}\n`;
    assert.ok(labels(offered('m.tf', terraform('name = "cni.‸"'))).includes('cni.exclusive'));
    const withValue = terraform('name = "routingMode"\n    value = "tu‸nnel"');
    assert.equal(taken('m.tf', withValue, 'native'), withValue.replace('tu‸nnel', 'native'));
  });

  it('have texts as values where a form takes nothing else, and booleans where a tool wants them', () => {
    const parameter =
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: cilium\nspec:\n  source:\n    chart: cilium\n    repoURL: https://helm.cilium.io\n    targetRevision: 1.16.3\n    helm:\n      parameters:\n        - name: cni.exclusive\n          value: ‸\n';
    assert.deepEqual(labels(offered('a.yaml', parameter)), ['"false"', '"true"']);
    const kops =
      'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata:\n  name: a\nspec:\n  networking:\n    cilium:\n      bpfLBSockHostNSOnly: ‸\n';
    assert.deepEqual(labels(offered('c.yaml', kops)), ['true', 'false']);
  });

  it('keep the key of a chart around the chart', () => {
    const chart = [
      'net/Chart.yaml',
      'apiVersion: v2\nname: net\nversion: 1.0.0\ndependencies:\n  - name: cilium\n    version: 1.16.4\n',
    ] as const;
    const command = 'helm install net ./net --set cilium.socketLB.‸\n';
    assert.ok(labels(offered('i.sh', command, chart)).includes('cilium.socketLB.hostNamespaceOnly'));
  });

  it('are none of ours elsewhere', () => {
    assert.deepEqual(offered('i.sh', 'helm install x other/chart --set image.‸\n'), []);
    assert.deepEqual(offered('i.sh', `# ${install} --set cni.‸\n`), []);
    assert.deepEqual(offered('i.sh', `${install} --wa‸\n`), []);
  });
});
