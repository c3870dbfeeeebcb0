import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { policyReader } from '../../../../server/src/manifests/policies/policy-reader.ts';
import { createFactIndex } from '../../../../server/src/workspace/fact-index.ts';
import { ciliumPolicy, clusterwidePolicy, networkPolicy, policiesOf } from '../../../support/policies.ts';

describe('policies', () => {
  it('are of three kinds, and of their API groups', () => {
    const text = [networkPolicy('{}'), ciliumPolicy('{}'), clusterwidePolicy('{}')].join('---\n');
    assert.deepEqual(
      policiesOf(text).map(({ fact: { resource, name, namespace } }) => [resource, name, namespace]),
      [
        ['NetworkPolicy', 'policy', 'shop'],
        ['CiliumNetworkPolicy', 'policy', 'shop'],
        ['CiliumClusterwideNetworkPolicy', 'policy', undefined],
      ],
    );
    assert.deepEqual(
      policiesOf(text.replaceAll(/apiVersion: .*/g, 'apiVersion: crd.projectcalico.org/v1')),
      [],
    );
  });

  it('without a name, or one that a template makes, are left out', () => {
    assert.deepEqual(
      policiesOf(networkPolicy('{}').replace('name: policy', 'name: "{{ .Release.Name }}"')),
      [],
    );
  });

  it('of a clusterwide kind have no namespace, whatever is written', () => {
    const [policy] = policiesOf(
      clusterwidePolicy('{}').replace('{name: policy', '{namespace: shop, name: policy'),
    );
    assert.equal(policy?.fact.namespace, undefined);
  });

  it('are found again in their document, or in a list', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n  - ${networkPolicy('{podSelector: {}}').trimEnd().replaceAll('\n', '\n    ')}\n`;
    assert.deepEqual(
      policiesOf(`a: 1\n---\n${networkPolicy('{}')}---\n${list}`).map(({ fact }) => fact.address),
      [
        { document: 1, path: [] },
        { document: 2, path: ['items', '0'] },
      ],
    );
  });

  it('are found again in a text that another file carries', () => {
    const index = createFactIndex([policyReader]);
    const text = networkPolicy('{podSelector: {}}').replaceAll(/^/gm, '        ').trimEnd();
    index.update('file:///repo/talos.yaml', `cluster:\n  inlineManifests:\n    - contents: |\n${text}\n`);
    const facts = [...index.files().values()].flatMap((file) => file.facts);
    assert.deepEqual(
      facts.map(({ fact }) => (fact.kind === 'network-policy' ? fact.address : undefined)),
      [
        {
          document: 0,
          path: [],
          within: { document: 0, path: ['cluster', 'inlineManifests', '0', 'contents'] },
        },
      ],
    );
  });

  it('of Cilium may have several specs', () => {
    const text = ciliumPolicy('{endpointSelector: {}}').replace(
      'spec:',
      'specs: [{endpointSelector: {}}, "${SPEC}", {nodeSelector: {}}]\nspec:',
    );
    assert.deepEqual(
      policiesOf(text).flatMap(({ fact }) => fact.specs.map(({ path, subject }) => [path, subject.kind])),
      [
        [['spec'], 'pods'],
        [['specs', '0'], 'pods'],
        [['specs', '2'], 'nodes'],
      ],
    );
  });

  it('tell which rules for layer 7 they have, and where', () => {
    const text = ciliumPolicy(
      '{endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "53"}], rules: {dns: [{}], http: [{}], l7proto: x, l7: [{}]}}]}]}',
    );
    const rules = policiesOf(text).flatMap(({ fact }) => fact.specs.flatMap(({ egress }) => egress.rules));
    const lists = rules.flatMap(({ ports }) => (ports === 'any' ? [] : ports));
    assert.deepEqual(
      lists.flatMap(({ layer7 }) =>
        layer7.map(({ parser, span }) => [parser, text.slice(span.start, span.end)]),
      ),
      [
        ['dns', 'dns'],
        ['http', 'http'],
        ['l7proto', 'l7proto'],
      ],
    );
  });

  it('read selectors of Cilium by what they are about', () => {
    const [policy] = policiesOf(
      clusterwidePolicy(
        '{endpointSelector: {matchLabels: {"any:app": a, k8s:io.kubernetes.pod.namespace: b, "reserved:init": }, matchExpressions: [{key: io.cilium.k8s.namespace.labels.team, operator: Exists}]}}',
      ),
    );
    assert.deepEqual(policy?.fact.specs[0]?.subject, {
      kind: 'pods',
      selector: {
        pods: {
          requirements: [
            { key: 'app', operator: 'In', values: ['a'] },
            { key: 'reserved:init', operator: 'In', values: [''] },
          ],
          open: false,
        },
        namespaces: {
          requirements: [
            { key: 'kubernetes.io/metadata.name', operator: 'In', values: ['b'] },
            { key: 'team', operator: 'Exists', values: [] },
          ],
          open: false,
        },
      },
    });
  });

  it('have open selectors where a part cannot be read', () => {
    const isOpen = (selector: string): boolean | undefined => {
      const subject = policiesOf(networkPolicy(`{podSelector: ${selector}}`))[0]?.fact.specs[0]?.subject;
      return subject?.kind === 'pods' ? subject.selector.pods.open : undefined;
    };
    for (const selector of [
      '"${SELECTOR}"',
      '{matchLabels: "${LABELS}"}',
      '{matchLabels: {app: "${APP}"}}',
      '{matchExpressions: "${LIST}"}',
      '{matchExpressions: [{key: app, operator: Near, values: [a]}]}',
      '{matchExpressions: [{operator: In, values: [a]}]}',
      '{matchExpressions: [{key: app, operator: In, values: ["${A}"]}]}',
      '{matchExpressions: [{key: app, operator: In, values: "${A}"}]}',
      '{matchExpressions: ["${A}"]}',
    ]) {
      assert.equal(isOpen(selector), true, selector);
    }
    for (const selector of [
      '{}',
      'null',
      '{matchLabels: null}',
      '{matchLabels: {app: a}, matchExpressions: []}',
    ]) {
      assert.equal(isOpen(selector), false, selector);
    }
  });

  it('without a selector are for all pods in Kubernetes, and for nobody knows whom in Cilium', () => {
    const open = (text: string) => {
      const subject = policiesOf(text)[0]?.fact.specs[0]?.subject;
      return subject?.kind === 'pods' ? subject.selector.pods.open : undefined;
    };
    assert.equal(open(networkPolicy('{policyTypes: [Ingress]}')), false);
    assert.equal(open(ciliumPolicy('{ingress: [{}]}')), true);
  });
});
