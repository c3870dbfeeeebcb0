import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { below, umbrellaChart } from '../../../support/charts.ts';
import { namespace } from '../../../support/manifests.ts';
import { only } from '../../../support/only.ts';
import { sentencesIn } from '../../../support/sentences.ts';
import { workspaceOf } from '../../../support/workspace.ts';

const sidecars = (name: string): string => namespace(name, { labels: { 'istio-injection': 'enabled' } });

/** The message for Cilium of a version, or of none that is named, beside these manifests. */
const message = (
  manifests: readonly string[],
  version?: string,
  values = 'kubeProxyReplacement: true\n',
): string => {
  const install =
    version === undefined
      ? { '/repo/values.yaml': values }
      : { '/repo/Chart.yaml': umbrellaChart(version), '/repo/values.yaml': below('cilium', values) };
  return only(workspaceOf({ ...install, '/repo/shop.yaml': manifests.join('---\n') }).findings).message;
};

describe('the message', () => {
  it('tells fact, consequence and action', () => {
    assert.equal(
      message([sidecars('shop')], '1.16.4'),
      "Cilium 1.16.4 replaces a Service's ClusterIP by a pod IP inside the pods, before the Istio sidecars of namespace `shop` can see the call. " +
        'To the mesh, calls to Services look like calls to single pods and lose mTLS, routing rules, retries and timeouts, authorization by identity and telemetry. ' +
        'Set `socketLB.hostNamespaceOnly: true`, so that Cilium translates outside the pod.',
    );
  });

  it('tells what waits where no mesh is in sight', () => {
    assert.equal(
      message([], '1.16.4'),
      "Cilium 1.16.4 replaces a Service's ClusterIP by a pod IP inside the pods. " +
        'No service mesh is in sight here; before one is added, set `socketLB.hostNamespaceOnly: true`, or calls will bypass it.',
    );
  });

  it('tells to upgrade where no setting helps', () => {
    assert.match(
      message([sidecars('shop')], '1.10.4', 'kubeProxyReplacement: strict\n'),
      /No setting of these versions prevents it: upgrade Cilium to 1\.10\.5 or later\.$/,
    );
  });
});

describe('the message says how the version is known', () => {
  const stories: readonly (readonly [
    story: string,
    version: string | undefined,
    values: string,
    start: string,
  ])[] = [
    ['pinned', '1.13.2', 'kubeProxyReplacement: strict\n', 'Cilium 1.13.2 replaces'],
    ['a range', '~1.16.0', 'kubeProxyReplacement: true\n', 'Cilium 1.16 replaces'],
    [
      'inferred',
      undefined,
      'kubeProxyReplacement: true\n',
      'Cilium (1.14 to 1.20, by the keys in use) replaces',
    ],
    [
      'some of several',
      '">=1.18.0"',
      'kubeProxyReplacement: true\ngatewayAPI: { enabled: true }\n',
      'Depending on its version, Cilium (1.18 to 1.19) replaces',
    ],
    [
      'newer than any',
      '1.30.1',
      'kubeProxyReplacement: true\n',
      'Cilium 1.30.1 (newer than any known here, taken for 1.21) replaces',
    ],
  ];
  for (const [story, version, values, start] of stories) {
    it(story, () => assert.ok(message([sidecars('shop')], version, values).startsWith(start)));
  }
});

describe('the message names who is concerned', () => {
  it('namespaces, at most three of them', () => {
    const names = (...of: readonly string[]): string =>
      /before the (.*) can see/.exec(message(of.map(sidecars)))?.[1] ?? '';
    assert.equal(names('shop'), 'Istio sidecars of namespace `shop`');
    assert.equal(names('shop', 'bank'), 'Istio sidecars of namespaces `shop` and `bank`');
    assert.equal(names('a', 'b', 'c', 'd', 'e'), 'Istio sidecars of namespaces `a`, `b`, `c` and 2 more');
  });

  it('nobody by name where only a template knows the namespace', () => {
    assert.match(message([sidecars('{{ .Values.namespace }}')]), /before the Istio sidecars can see/);
  });

  it('every mesh', () => {
    const ambient = namespace('bank', { labels: { 'istio.io/dataplane-mode': 'ambient' } });
    const linkerd = namespace('till', { annotations: { 'linkerd.io/inject': 'enabled' } });
    assert.match(
      message([sidecars('shop'), ambient, linkerd]),
      /before the Istio sidecars of namespace `shop`, Istio ambient proxies of namespace `bank` and Linkerd sidecars of namespace `till` can see/,
    );
  });

  it('the cluster, where there are several', () => {
    const { findings } = workspaceOf({
      '/repo/clusters/core/values.yaml': 'kubeProxyReplacement: true\n',
      '/repo/clusters/core/shop.yaml': sidecars('shop'),
    });
    assert.match(only(findings).message, /inside the pods of cluster `core`, before/);
  });
});

describe('the message names what is lost', () => {
  const rule = (name: string): string =>
    `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: ${name}\n  namespace: shop\nspec: { host: ${name} }\n`;
  const lost = (...manifests: readonly string[]): string | undefined =>
    /; (.*) no effect on them\./.exec(message([sidecars('shop'), ...manifests]))?.[1];

  it('by kind and name, at most three and a count', () => {
    assert.equal(lost(rule('cart')), 'DestinationRule `cart` has');
    assert.equal(
      lost(...['cart', 'prices', 'ledger', 'mail'].map(rule)),
      'DestinationRule `cart`, DestinationRule `prices`, DestinationRule `ledger` and 1 more have',
    );
  });

  it('and nothing where nothing is', () => {
    assert.equal(lost(), undefined);
  });

  it('a waypoint once, be it asked for by label and declared as a Gateway', () => {
    const ambient = namespace('shop', {
      labels: { 'istio.io/dataplane-mode': 'ambient', 'istio.io/use-waypoint': 'edge' },
    });
    const gateway =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: edge\n  namespace: shop\nspec:\n  gatewayClassName: istio-waypoint\n';
    assert.match(message([ambient, gateway]), /; waypoint `edge` has no effect on them\./);
  });
});

describe('a message of at most three sentences', () => {
  const meshes: Readonly<Record<string, string>> = {
    'Istio sidecars': sidecars('shop'),
    'Istio ambient': namespace('shop', { labels: { 'istio.io/dataplane-mode': 'ambient' } }),
    Linkerd: namespace('shop', { annotations: { 'linkerd.io/inject': 'enabled' } }),
    Kuma: namespace('shop', { labels: { 'kuma.io/sidecar-injection': 'enabled' } }),
    'no mesh': namespace('shop', {}),
  };
  const installs: readonly (readonly [version: string | undefined, values: string])[] = [
    ['1.16.4', 'kubeProxyReplacement: true\n'],
    ['1.10.4', 'kubeProxyReplacement: strict\n'],
    ['1.30.1', 'kubeProxyReplacement: true\n'],
    [undefined, 'kubeProxyReplacement: true\n'],
  ];
  for (const [mesh, manifest] of Object.entries(meshes)) {
    for (const [version, values] of installs) {
      it(`for ${mesh} and Cilium ${version ?? 'of some version'}`, () => {
        const text = message([manifest], version, values);
        assert.ok(sentencesIn(text) <= 3, text);
      });
    }
  }
});
