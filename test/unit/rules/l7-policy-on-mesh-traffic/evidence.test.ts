import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../../server/src/features/create-mesh-lint.ts';

const namespace = (name: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels: {istio-injection: enabled}\n`;
const workload = (name: string, account: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  template:\n    metadata: {labels: {app: ${name}}}\n    spec:${account}\n      containers: []\n`;

/** What the evidence says beside a policy with some HTTP rules. */
function evidence(
  http: string,
  {
    peers = 'fromEndpoints: [{matchLabels: {app: web}}]',
    account = ' \n      serviceAccountName: web',
    direction = 'ingress',
  } = {},
): readonly string[] {
  const lint = createMeshLint();
  lint.update('file:///mesh.yaml', namespace('shop'));
  lint.update('file:///orders.yaml', workload('orders', ''));
  lint.update('file:///web.yaml', workload('web', account));
  lint.update(
    'file:///policy.yaml',
    `apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: orders, namespace: shop}\nspec:\n  endpointSelector: {matchLabels: {app: ${direction === 'ingress' ? 'orders' : 'web'}}}\n  ${direction}:\n    - ${peers}\n      toPorts:\n        - ports: [{port: "80"}]\n          rules: {http: ${http}}\n`,
  );
  return lint
    .findings()
    .filter(({ rule }) => rule === 'l7-policy-on-mesh-traffic')
    .flatMap(({ related }) => related.map(({ message }) => message));
}

const member = '`Deployment orders` takes part in Istio by `istio-injection`.';
const from = 'from: [{source: {principals: ["cluster.local/ns/shop/sa/web"]}}], ';
const sketch = (rules: string): readonly string[] => [
  member,
  `As an AuthorizationPolicy, for the same pods: \`rules: [{${rules}}]\`.`,
];

describe('the AuthorizationPolicy that says the same', () => {
  const rows: readonly (readonly [string, string, string | undefined])[] = [
    [
      'a method and a path',
      '[{method: GET, path: /v1}]',
      'to: [{operation: {methods: ["GET"], paths: ["/v1"]}}]',
    ],
    ['a method', '[{method: GET}]', 'to: [{operation: {methods: ["GET"]}}]'],
    ['a path with whatever follows', '[{path: "/v1/.*"}]', 'to: [{operation: {paths: ["/v1/*"]}}]'],
    ['a path from its beginning to its end', '[{path: "^/v1$"}]', 'to: [{operation: {paths: ["/v1"]}}]'],
    ['anything', '[{}]', 'to: [{operation: {}}]'],
    [
      'one or the other',
      '[{method: GET}, {path: /a}]',
      'to: [{operation: {methods: ["GET"]}}, {operation: {paths: ["/a"]}}]',
    ],
    ['no path by an expression', '[{path: "/v[12]/orders"}]', undefined],
    ['no path with an expression in front', '[{path: ".*/orders"}]', undefined],
    ['no path with an expression behind', '[{path: "/orders(/.*)?"}]', undefined],
    ['no method by an expression', '[{method: "GET|POST"}]', undefined],
    ['no method that begins with one', '[{method: ".GET"}]', undefined],
    ['no headers', '[{method: GET, headers: ["X-Token: 1"]}]', undefined],
    ['nothing that a template knows', '[{method: "{{ .Values.method }}"}]', undefined],
  ];
  for (const [name, http, rules] of rows) {
    it(`has ${name}`, () =>
      assert.deepEqual(evidence(http), rules === undefined ? [member] : sketch(from + rules)));
  }

  it('names nobody where anybody may call', () => {
    assert.deepEqual(
      evidence('[{method: GET}]', { peers: 'fromEntities: [all]' }),
      sketch(
        'from: [{source: {principals: ["cluster.local/ns/shop/sa/default", "cluster.local/ns/shop/sa/web"]}}], to: [{operation: {methods: ["GET"]}}]',
      ),
    );
    assert.deepEqual(
      evidence('[{method: GET}]', { peers: 'icmps: []' }),
      sketch('to: [{operation: {methods: ["GET"]}}]'),
    );
  });

  it('names nobody where an account is not known', () => {
    assert.deepEqual(
      evidence('[{method: GET}]', { account: '\n      serviceAccountName: "{{ .Values.account }}"' }),
      sketch('to: [{operation: {methods: ["GET"]}}]'),
    );
  });

  it('is for receivers only', () => {
    assert.deepEqual(
      evidence('[{method: GET}]', {
        direction: 'egress',
        peers: 'toEndpoints: [{matchLabels: {app: orders}}]',
      }),
      ['`Deployment web` takes part in Istio by `istio-injection`.'],
    );
  });
});
