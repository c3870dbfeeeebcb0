import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Placed } from '../../../server/src/facts/fact.ts';
import { istioSecurityReader } from '../../../server/src/manifests/istio-security-reader.ts';
import { sourceFile } from '../../../server/src/source/file.ts';
import type { PodSet } from '../../../server/src/workspace/members.ts';
import { mtlsIn } from '../../../server/src/workspace/mtls.ts';

const orders: PodSet = {
  workload: undefined,
  namespace: 'shop',
  labels: { known: { app: 'orders' }, unknown: [], open: false },
  namespaceLabels: { known: {}, unknown: [], open: true },
  memberships: [],
};

function factsOf(...texts: readonly string[]): readonly Placed[] {
  return texts.flatMap((text, index) => {
    const uri = `file:///${index}.yaml`;
    return istioSecurityReader.read(sourceFile(uri, 'yaml', text)).map((fact) => ({ uri, fact }));
  });
}

function authentication(namespace: string, spec: string): string {
  const meta = namespace === '' ? '' : `  namespace: ${namespace}\n`;
  return `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: x\n${meta}spec:${spec}\n`;
}

const selector = '\n  selector: {matchLabels: {app: orders}}';
const off = '\n  mtls: {mode: DISABLE}';
const strict = '\n  mtls: {mode: STRICT}';

describe('whether mTLS is off for a workload', () => {
  const rows: readonly (readonly [string, readonly string[], 'yes' | 'no' | 'unknown', PodSet?])[] = [
    ['no one says so', [], 'no'],
    ['for the workload', [authentication('shop', selector + off)], 'yes'],
    ['for the namespace', [authentication('shop', off)], 'yes'],
    ['for the mesh', [authentication('istio-system', off)], 'yes'],
    ['for another workload', [authentication('shop', '\n  selector: {matchLabels: {app: web}}' + off)], 'no'],
    ['for another namespace', [authentication('web', off)], 'no'],
    [
      'the workload before the namespace',
      [authentication('shop', off), authentication('shop', selector + strict)],
      'no',
    ],
    [
      'the namespace before the mesh',
      [authentication('istio-system', off), authentication('shop', strict)],
      'no',
    ],
    [
      'unset goes on to the namespace',
      [authentication('shop', selector), authentication('shop', off)],
      'yes',
    ],
    [
      'unset by name goes on to the mesh',
      [authentication('shop', '\n  mtls: {mode: UNSET}'), authentication('istio-system', off)],
      'yes',
    ],
    ['unset everywhere', [authentication('shop', ' {}')], 'no'],
    ['an empty selector is none', [authentication('shop', '\n  selector: {matchLabels: {}}' + off)], 'yes'],
    ['two on one level that agree', [authentication('shop', off), authentication('shop', off)], 'yes'],
    [
      'two on one level that do not',
      [authentication('shop', off), authentication('shop', strict)],
      'unknown',
    ],
    ['a selector in the root namespace', [authentication('istio-system', selector + off)], 'no'],
    ['a mode by template', [authentication('shop', '\n  mtls: {mode: "{{ .Values.mode }}"}')], 'unknown'],
    ['a mode that is none', [authentication('shop', '\n  mtls: {mode: OFF}')], 'unknown'],
    [
      'a selector by template',
      [authentication('shop', '\n  selector: {matchLabels: {app: "{{ .x }}"}}' + off)],
      'unknown',
    ],
    ['in a namespace that is not named', [authentication('', off)], 'unknown'],
    [
      'for pods whose namespace is not known',
      [authentication('shop', off)],
      'unknown',
      { ...orders, namespace: undefined },
    ],
    ['strict in a namespace that is not named', [authentication('', strict)], 'no'],
    [
      'for pods whose labels are not all known',
      [authentication('shop', selector + off)],
      'unknown',
      { ...orders, labels: { known: {}, unknown: [], open: true } },
    ],
    [
      'of another group',
      [
        'apiVersion: example.com/v1\nkind: PeerAuthentication\nmetadata: {name: x, namespace: shop}\nspec: {mtls: {mode: DISABLE}}\n',
      ],
      'no',
    ],
  ];
  for (const [name, texts, answer, pods = orders] of rows) {
    it(`${name}: ${answer}`, () => assert.equal(mtlsIn(factsOf(...texts)).isOff(pods, 8080), answer));
  }
});

describe('whether mTLS is off for a port', () => {
  const ports = (text: string): string =>
    authentication('shop', `${selector}${strict}\n  portLevelMtls:\n    ${text}`);
  const rows: readonly (readonly [string, string, number | undefined, 'yes' | 'no' | 'unknown'])[] = [
    ['of its own mode', ports('8080: {mode: DISABLE}'), 8080, 'yes'],
    ['of another port', ports('9090: {mode: DISABLE}'), 8080, 'no'],
    ['that is not asked for', ports('8080: {mode: DISABLE}'), undefined, 'no'],
    ['that leaves it to the workload', ports('8080: {mode: UNSET}'), 8080, 'no'],
    ['that a template may name', ports('{{- toYaml .Values.ports | nindent 4 }}'), 8080, 'unknown'],
    [
      'that a template may name, when none is asked for',
      ports('{{- toYaml .Values.ports | nindent 4 }}'),
      undefined,
      'no',
    ],
    [
      'without a selector',
      authentication('shop', `${strict}\n  portLevelMtls: {8080: {mode: DISABLE}}`),
      8080,
      'no',
    ],
  ];
  for (const [name, text, port, answer] of rows) {
    it(`${name}: ${answer}`, () => assert.equal(mtlsIn(factsOf(text)).isOff(orders, port), answer));
  }
});

describe('callers that may speak plain text', () => {
  const rule = (host: string, policy: string): string =>
    `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: x, namespace: web}\nspec:\n  host: "${host}"\n  ${policy}\n`;
  const plain = 'trafficPolicy: {tls: {mode: DISABLE}}';
  const rows: readonly (readonly [string, string, 'no' | 'unknown'])[] = [
    ['to the host', rule('orders.shop.svc.cluster.local', plain), 'unknown'],
    ['to all hosts', rule('*.local', plain), 'unknown'],
    ['to every host there is', rule('*', plain), 'unknown'],
    ['to hosts of all namespaces', rule('orders.*.svc.cluster.local', plain), 'unknown'],
    ['to a host of the rule itself', rule('orders', plain), 'no'],
    ['to a host elsewhere', rule('orders.web.svc.cluster.local', plain), 'no'],
    ['to a host outside', rule('orders.example', plain), 'unknown'],
    ['to a port', rule('*', 'trafficPolicy: {portLevelSettings: [{tls: {mode: DISABLE}}]}'), 'unknown'],
    ['to a subset', rule('*', `subsets: [{name: v1, ${plain}}]`), 'unknown'],
    ['by template', rule('*', 'trafficPolicy: {tls: {mode: "{{ .x }}"}}'), 'unknown'],
    ['with mTLS', rule('*', 'trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}'), 'no'],
    ['without a word', rule('*', 'trafficPolicy: {connectionPool: {}}'), 'no'],
    ['in a mesh without automatic mTLS', 'meshConfig:\n  enableAutoMtls: false\n', 'unknown'],
    ['in a mesh with it', 'meshConfig:\n  enableAutoMtls: true\n', 'no'],
    [
      'past the sidecar',
      'kind: Pod\napiVersion: v1\nmetadata: {name: a, namespace: shop, annotations: {traffic.sidecar.istio.io/excludeInboundPorts: "80"}}\n',
      'unknown',
    ],
    ['in a comment', '# enableAutoMtls: false\n', 'no'],
  ];
  for (const [name, text, answer] of rows) {
    it(`${name}: ${answer}`, () => assert.equal(mtlsIn(factsOf(text)).isOff(orders, 8080), answer));
  }
});
