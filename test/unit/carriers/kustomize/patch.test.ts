import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kustomizePatchCarrier } from '../../../../server/src/carriers/kustomize/patch.ts';
import type { Change } from '../../../../server/src/edits/edit.ts';
import type { SettingsLayer } from '../../../../server/src/facts/settings.ts';
import { scalarsOf, written } from '../../../support/carriers.ts';
import { only } from '../../../support/only.ts';
import { factsIn } from '../../../support/read.ts';

const layersIn = (text: string, path: string): readonly SettingsLayer[] =>
  factsIn(kustomizePatchCarrier, text, path).filter((fact) => fact.kind === 'settings');

const inline = (patch: string): string =>
  `patches:\n  - target: { kind: HelmRelease, name: cilium }\n    patch: |\n${patch.replaceAll(/^(?=.)/gm, '      ')}`;

const cure: Change = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true };

describe('a patch by operations', () => {
  const list = `- op: replace
  path: /spec/values/kubeProxyReplacement
  value: true
- op: add
  path: /spec/values/socketLB
  value: { hostNamespaceOnly: false }
- op: remove
  path: /spec/values/debug
- op: add
  path: /spec/values/podAnnotations/example.org~1a~0b
  value: x
- op: test
  path: /spec/values/mtu
  value: 1500
- op: add
  path: /metadata/labels/app
  value: cilium
`;

  it('sets values by pointers; what it removes is unknown', () => {
    assert.deepEqual(scalarsOf(only(layersIn(list, '/repo/patch.yaml'))), {
      kubeProxyReplacement: true,
      'socketLB.hostNamespaceOnly': false,
      debug: '?',
      'podAnnotations.example.org/a~b': 'x',
    });
  });

  it('leaves open what it does not repeat of a map that it replaces', () => {
    const layer = only(layersIn(list, '/repo/patch.yaml'));
    const map = layer.settings.find(({ path }) => path.join('.') === 'socketLB');
    assert.deepEqual(map?.value, { kind: 'map', open: true });
  });

  it('may stand in the text of a kustomization', () => {
    const layer = only(layersIn(inline(list), '/repo/kustomization.yaml'));
    assert.deepEqual(layer.address.path, ['patches', '0', 'patch']);
  });

  it('that replaces all values says nothing of them', () => {
    const text = '- { op: replace, path: /spec/values, value: { debug: {} } }\n';
    const fact = only(factsIn(kustomizePatchCarrier, text, '/repo/patch.yaml'));
    assert.deepEqual(fact.kind === 'deployment-patch' ? fact.values.map(({ kind }) => kind) : [], [
      'unknown',
    ]);
  });

  it('that touches no values is none', () => {
    assert.deepEqual(
      factsIn(kustomizePatchCarrier, '- { op: add, path: /spec/chart, value: {} }\n', '/repo/p.yaml'),
      [],
    );
  });

  it('gets another value where it sets the key or a map around it', () => {
    assert.equal(written(kustomizePatchCarrier, list, [], cure), list.replace('Only: false', 'Only: true'));
    const text = inline(list);
    assert.equal(
      written(kustomizePatchCarrier, text, ['patches', '0', 'patch'], cure),
      text.replace('Only: false', 'Only: true'),
    );
  });

  it('gets no operation that it has not: the map may not be there to add to', () => {
    const text = '- op: replace\n  path: /spec/values/kubeProxyReplacement\n  value: true\n';
    assert.equal(written(kustomizePatchCarrier, text, [], cure), 'unsupported-layout');
    assert.equal(
      written(kustomizePatchCarrier, list, [], { op: 'remove', path: ['debug'] }),
      'unsupported-layout',
    );
  });
});

describe('a partial HelmRelease in the text of a kustomization', () => {
  const patch =
    'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: any }\nspec:\n  values:\n    kubeProxyReplacement: true\n';

  it('lays its values over those of the HelmRelease', () => {
    const layer = only(layersIn(inline(patch), '/repo/kustomization.yaml'));
    assert.deepEqual(layer.address.path, ['patches', '0', 'patch', 'spec', 'values']);
    assert.deepEqual(scalarsOf(layer), { kubeProxyReplacement: true });
  });

  it('is written where it stands', () => {
    const text = inline(patch);
    assert.equal(
      written(kustomizePatchCarrier, text, ['patches', '0', 'patch', 'spec', 'values'], cure),
      `${text}          socketLB:\n            hostNamespaceOnly: true\n`,
    );
  });

  it('may stand in a Kustomization of Flux', () => {
    const text = `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n${inline(patch).replaceAll(/^(?=.)/gm, '  ')}`;
    assert.deepEqual(only(layersIn(text, '/repo/ks.yaml')).address.path.slice(0, 4), [
      'spec',
      'patches',
      '0',
      'patch',
    ]);
  });

  it('is no patch in a file of another name', () => {
    assert.deepEqual(layersIn(inline(patch), '/repo/notes.yaml'), []);
  });
});
