import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../../server/src/features/create-mesh-lint.ts';
import { deployment, namespace } from '../../../support/manifests.ts';
import { ciliumPolicy, networkPolicy } from '../../../support/policies.ts';

const cilium = 'kubeProxyReplacement: false\ncni:\n  exclusive: false\n';
const ambient = { labels: { 'istio.io/dataplane-mode': 'ambient' } };
const web = deployment('web', 'shop', { labels: { app: 'web' } });
const orders = deployment('orders', 'shop', { labels: { app: 'orders' } });
const shop = [namespace('shop', ambient), web, orders].join('---\n');

const findingsFor = (policy: string, mesh = shop) => {
  const lint = createMeshLint();
  lint.update('file:///repo/values.yaml', cilium);
  lint.update('file:///repo/mesh.yaml', mesh);
  lint.update('file:///repo/policy.yaml', policy);
  return lint.findings().filter(({ rule }) => rule === 'policy-blocks-mesh-port');
};
const messages = (policy: string, mesh?: string): readonly string[] =>
  findingsFor(policy, mesh).map(({ message }) => message);

const toOrders =
  '{podSelector: {matchLabels: {app: orders}}, ingress: [{from: [{podSelector: {}}], ports: [PORTS]}]}';

describe('the message about a closed port of a mesh', () => {
  it('names the policy, the pods, the ports and the remedy', () => {
    assert.deepEqual(
      messages(networkPolicy(toOrders.replace('PORTS', '{port: 9080}, {port: 9090, endPort: 9099}'))),
      [
        'NetworkPolicy `policy` lets pods of the mesh reach `Deployment orders` on `9080 and 9090-9099`, but not `TCP 15008`, to which Istio ambient carries calls between its pods. What the mesh sends there is dropped, whatever port was called. Allow `TCP 15008` beside it.',
      ],
    );
  });

  it('tells calls on their way out', () => {
    const policy = networkPolicy(
      '{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {app: orders}}}], ports: [{port: 9080}]}]}',
    );
    assert.deepEqual(messages(policy), [
      'NetworkPolicy `policy` lets `Deployment web` call `Deployment orders` on `9080`, but not `TCP 15008`, to which Istio ambient carries calls between its pods. The calls are dropped on their way out. Allow `TCP 15008` beside it.',
    ]);
  });

  it('names meshes with sidecars, and pods by their namespace where no file shows them', () => {
    const linkerd = namespace('shop', { annotations: { 'linkerd.io/inject': 'enabled' } });
    const policy = networkPolicy(
      '{podSelector: {}, ingress: [{from: [{podSelector: {}}], ports: [{port: 8080}]}]}',
    );
    assert.deepEqual(messages(policy, linkerd), [
      'NetworkPolicy `policy` lets pods of the mesh reach the pods of namespace `shop` on `8080`, but not `TCP 4143`, to which Linkerd carries calls between its pods. What the mesh sends there is dropped, whatever port was called. Allow `TCP 4143` beside it.',
    ]);
  });

  it('names ports as the policy does', () => {
    const mesh = shop.replaceAll(
      'spec: {}',
      'spec: {"containers": [{"name": "app", "ports": [{"name": "http", "containerPort": 80}]}]}',
    );
    const [message = ''] = messages(networkPolicy(toOrders.replace('PORTS', '{port: http}')), mesh);
    assert.match(message, /on `http`, but not/);
  });
});

describe('the evidence for a closed port of a mesh', () => {
  it('is what enrols the first of the pods, and the pods', () => {
    const policy = networkPolicy(
      '{podSelector: {}, ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]}',
    );
    assert.deepEqual(
      findingsFor(policy).map(({ related }) => related.map(({ message }) => message)),
      [
        [
          '`istio.io/dataplane-mode` brings `Deployment web` into Istio.',
          'The policy is for `Deployment web`.',
        ],
      ],
    );
  });
});

describe('the fix for a closed port of a mesh', () => {
  const fixes = (policy: string) =>
    findingsFor(policy).flatMap((finding) =>
      finding.fixes.map(({ title, preferred, steps }) => ({ title, preferred, steps })),
    );
  const layer = {
    uri: 'file:///repo/policy.yaml',
    carrier: 'manifest',
    address: { document: 0, path: [] },
  };
  const title = 'Allow `TCP 15008` as well';

  it('adds it to the list of a NetworkPolicy', () => {
    assert.deepEqual(fixes(networkPolicy(toOrders.replace('PORTS', '{port: 9080}'))), [
      {
        title,
        preferred: true,
        steps: [
          {
            op: 'append',
            layer,
            path: ['spec', 'ingress', '0', 'ports'],
            item: { protocol: 'TCP', port: 15_008 },
          },
        ],
      },
    ]);
  });

  it('adds it to the list of a policy of Cilium, or beside one that looks into the traffic', () => {
    const policy = (rules: string) =>
      ciliumPolicy(
        `{endpointSelector: {matchLabels: {app: orders}}, ingress: [{fromEndpoints: [{}], toPorts: [{ports: [{port: "9080"}]${rules}}]}]}`,
      );
    const item = { port: '15008', protocol: 'TCP' };
    const step = (path: readonly string[], added: object) => [
      { title, preferred: true, steps: [{ op: 'append', layer, path, item: added }] },
    ];
    assert.deepEqual(fixes(policy('')), step(['spec', 'ingress', '0', 'toPorts', '0', 'ports'], item));
    assert.deepEqual(
      fixes(policy(', rules: {http: [{}]}')),
      step(['spec', 'ingress', '0', 'toPorts'], { ports: [item] }),
    );
  });
});
