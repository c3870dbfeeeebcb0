import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engineOver, shop, uriIn } from '../../support/features/shop.ts';

const { inquiry } = engineOver(shop);

describe('symbols', () => {
  it('of a file are its installs, policies and members of meshes', () => {
    const inShort = (path: string): readonly string[] =>
      inquiry.symbols(uriIn(path)).map(({ kind, name, detail }) => `${kind} ${name}: ${detail}`);
    assert.deepEqual(inShort('values.yaml'), ['install Cilium 1.16.4: ']);
    assert.deepEqual(inShort('namespace.yaml'), ['namespace shop: in mesh (Istio sidecar)']);
    assert.deepEqual(inShort('policies.yaml').toSorted(), [
      'policy closed: NetworkPolicy in shop',
      'policy web-callers: AuthorizationPolicy in shop',
      'policy web-http: CiliumNetworkPolicy in shop',
      'policy web-pool: DestinationRule in shop',
    ]);
  });

  it('stand at the name, within all of the object', () => {
    for (const { span, nameSpan, name, kind } of inquiry.symbols(uriIn('policies.yaml'))) {
      assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
      assert.equal(kind, 'policy');
      assert.equal(shop['policies.yaml'].slice(nameSpan.start, nameSpan.end), name);
    }
  });

  it('are parts of meshes that something installs', () => {
    const istiod =
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: istiod\n  namespace: istio-system\nspec:\n  chart:\n    spec:\n      chart: istiod\n      sourceRef: {kind: HelmRepository, name: istio}\n';
    const found = engineOver({ 'istiod.yaml': istiod }).inquiry.symbols(uriIn('istiod.yaml'));
    assert.deepEqual(
      found.map(({ kind, name }) => [kind, name]),
      [['mesh', 'Istio: control plane']],
    );
  });

  it('are found by letters in their order', () => {
    const names = (query: string): readonly string[] => inquiry.findSymbols(query).map(({ name }) => name);
    assert.deepEqual(names('webhttp'), ['web-http']);
    assert.deepEqual(names('CILIUM 1'), ['Cilium 1.16.4']);
    assert.deepEqual(names('zzz'), []);
    assert.equal(names('').length, 6);
  });
});
