import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { labels, offered, taken } from '../../../support/features/asked.ts';

describe('labels of meshes', () => {
  const namespace = (metadata: string): string =>
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n${metadata}\n`;
  const deployment = (metadata: string): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    metadata:\n${metadata}\n`;

  it('are those that a mesh looks for in the place', () => {
    const ofNamespace = labels(offered('n.yaml', namespace('  labels:\n    ‸')));
    assert.ok(ofNamespace.includes('istio-injection') && !ofNamespace.includes('linkerd.io/inject'));
    const annotations = labels(offered('n.yaml', namespace('  annotations:\n    ‸')));
    assert.ok(annotations.includes('linkerd.io/inject') && !annotations.includes('istio-injection'));
    const ofPod = labels(offered('d.yaml', deployment('      labels:\n        app: cart\n        side‸')));
    assert.ok(ofPod.includes('sidecar.istio.io/inject') && !ofPod.includes('istio-injection'));
  });

  it('are not repeated, and not offered where no mesh looks', () => {
    const names = labels(offered('n.yaml', namespace('  labels:\n    istio-injection: enabled\n    ‸')));
    assert.ok(!names.includes('istio-injection') && names.includes('istio.io/dataplane-mode'));
    assert.deepEqual(
      offered('d.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  labels:\n    ‸\n'),
      [],
    );
    assert.deepEqual(offered('s.yaml', 'apiVersion: v1\nkind: Secret\nmetadata:\n  labels:\n    ‸\n'), []);
    const ofService = 'apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    a: b\n    ‸\n';
    assert.deepEqual(offered('s.yaml', ofService), []);
  });

  it('are offered in braces, in quotes, and in the values of other charts', () => {
    assert.equal(
      taken('n.yaml', namespace('  labels: { app: shop, isti‸ }'), 'istio-injection'),
      namespace('  labels: { app: shop, istio-injection: enabled }'),
    );
    assert.equal(
      taken('n.yaml', namespace('  labels:\n    "isti‸"'), 'istio-injection'),
      namespace('  labels:\n    istio-injection: enabled'),
    );
    assert.equal(
      taken('n.yaml', namespace('  labels:\n    istio-injection: "‸"'), 'disabled'),
      namespace('  labels:\n    istio-injection: "disabled"'),
    );
    const ofValues = labels(offered('values.yaml', 'replicaCount: 1\npodLabels:\n  ‸\n'));
    assert.ok(ofValues.includes('sidecar.istio.io/inject') && !ofValues.includes('istio-injection'));
    const replaced = namespace('  labels:\n    isti‸: enabled');
    assert.equal(taken('n.yaml', replaced, 'istio.io/rev'), replaced.replace('isti‸', 'istio.io/rev'));
  });

  it('are offered in what a kustomization puts on all objects', () => {
    const kustomization = (lines: string): string => `resources: [namespace.yaml]\n${lines}\n`;
    const of = (lines: string): readonly string[] =>
      labels(offered('kustomization.yaml', kustomization(lines)));
    const pairs = of(
      'labels:\n  - pairs:\n      istio-injection: enabled\n      ‸\n    includeTemplates: true',
    );
    assert.ok(pairs.includes('istio.io/dataplane-mode') && !pairs.includes('istio-injection'));
    assert.ok(of('commonLabels: { a: b, isti‸ }').includes('istio-injection'));
    assert.ok(of('commonAnnotations:\n  ‸').includes('linkerd.io/inject'));
    assert.deepEqual(of('labels:\n  - pairs:\n      istio.io/dataplane-mode: ‸'), ['ambient', 'none']);
    assert.deepEqual(of('labels:\n  - ‸'), []);
  });

  it('end behind the colon where no value is known', () => {
    assert.equal(
      taken(
        'd.yaml',
        deployment('      annotations:\n        ‸'),
        'consul.hashicorp.com/connect-service-upstreams',
      ),
      deployment('      annotations:\n        consul.hashicorp.com/connect-service-upstreams: '),
    );
  });

  it('name the waypoints of the namespace, and none', () => {
    const gateway = (name: string, of: string): string =>
      `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: ${name}\n  namespace: ${of}\nspec:\n  gatewayClassName: istio-waypoint\n`;
    const gateways = [
      ['g.yaml', gateway('for-shop', 'shop')],
      ['o.yaml', gateway('for-others', 'others')],
    ] as const;
    const label = namespace('  labels:\n    istio.io/use-waypoint: fo‸');
    assert.deepEqual(labels(offered('n.yaml', label, ...gateways)), ['for-shop', 'none']);
    assert.deepEqual(labels(offered('n.yaml', label)), ['waypoint', 'none']);
    const service =
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n  namespace: others\n  labels:\n    app: cart\n    ‸\n';
    const [offer, ...rest] = offered('s.yaml', service, ...gateways);
    assert.equal(offer?.label, 'istio.io/use-waypoint');
    assert.deepEqual(rest, []);
    assert.deepEqual(offer.insert[1], { choices: ['for-others', 'none'] });
    assert.deepEqual(
      labels(offered('s.yaml', service.replace('‸', 'istio.io/use-waypoint: ‸'), ...gateways)),
      ['for-others', 'none'],
    );
  });

  it('name the revisions of the workspace', () => {
    const install = ['i.sh', 'istioctl tag set prod --revision 1-27\n'] as const;
    const used = [
      'u.yaml',
      namespace('  labels:\n    istio.io/rev: 1-26-2').replace('shop', 'cart'),
    ] as const;
    assert.deepEqual(
      labels(offered('n.yaml', namespace('  labels:\n    istio.io/rev: 1-2‸'), used, install)),
      ['1-26-2', '1-27', 'default', 'prod'],
    );
    assert.deepEqual(labels(offered('t.sh', 'istioctl proxy-status --revision ‸\n', used)), [
      '1-26-2',
      'default',
    ]);
  });

  it('have values, quoted where they must be texts', () => {
    assert.deepEqual(labels(offered('n.yaml', namespace('  labels:\n    istio-injection: ‸'))), [
      'enabled',
      'disabled',
    ]);
    assert.equal(
      taken('d.yaml', deployment('      labels:\n        sidecar.istio.io/inject: ‸'), 'false'),
      deployment('      labels:\n        sidecar.istio.io/inject: "false"'),
    );
  });

  it('show the mesh of the workspace first, and retired ones only where they are', () => {
    const kuma = ['k.yaml', namespace('  labels:\n    kuma.io/sidecar-injection: enabled')] as const;
    assert.equal(
      labels(offered('n.yaml', namespace('  labels:\n    ‸'), kuma))[0],
      'kuma.io/sidecar-injection',
    );
    const osm = ['o.yaml', namespace('  labels:\n    openservicemesh.io/monitored-by: osm')] as const;
    const isRetired = (label: string): boolean => label.startsWith('openservicemesh.io/');
    assert.equal(labels(offered('n.yaml', namespace('  labels:\n    ‸'))).some(isRetired), false);
    assert.equal(labels(offered('n.yaml', namespace('  labels:\n    ‸'), osm)).some(isRetired), true);
  });
});

describe('labels of meshes in commands', () => {
  const offeredIn = (command: string): readonly string[] => labels(offered('i.sh', `${command}\n`));

  it('are those of a namespace, with their values', () => {
    const keys = offeredIn('kubectl --context a label --overwrite ns shop istio‸');
    assert.ok(keys.includes('istio-injection') && !keys.includes('linkerd.io/inject'));
    assert.deepEqual(offeredIn('oc annotate namespace shop linkerd.io/inject=‸'), [
      'enabled',
      'ingress',
      'disabled',
    ]);
    assert.deepEqual(offeredIn('kubectl label namespace/shop istio.io/dataplane-mode=am‸ --overwrite'), [
      'ambient',
      'none',
    ]);
    assert.deepEqual(offeredIn('kubectl label namespace \\\n  shop \\\n  istio-injection=‸'), [
      'enabled',
      'disabled',
    ]);
  });

  it('are written as arguments', () => {
    const of = (typed: string, label: string): string =>
      taken('README.md', `kubectl label namespace shop ${typed} --overwrite\n`, label);
    const command = (mark: string): string => `kubectl label namespace shop ${mark} --overwrite\n`;
    assert.equal(of('isti‸', 'istio-injection'), command('istio-injection='));
    assert.equal(of('istio.io/re‸v=x', 'istio-injection'), command('istio-injection=x'));
    assert.equal(of('istio-injection=en‸abled', 'disabled'), command('istio-injection=disabled'));
    assert.ok(!offeredIn('kubectl label ns shop istio-injection=enabled ‸').includes('istio-injection'));
  });

  it('are none of other objects and other commands', () => {
    for (const command of [
      'kubectl label node worker istio-injection=‸',
      'kubectl get namespace shop istio-injection=‸',
      'kubectl label namespace sh‸',
      'kubectl label namespace shop a=b; echo istio-injection=‸',
    ]) {
      assert.deepEqual(offeredIn(command), [], command);
    }
  });
});
