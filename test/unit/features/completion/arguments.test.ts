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
