import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Location } from '../../../server/src/facts/location.ts';
import { asked, type MarkedFiles } from '../../support/features/asked.ts';

const gateway = (name: string, namespace: string): string =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nspec:\n  gatewayClassName: istio-waypoint\n`;
const service = (label: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n  namespace: shop\n  labels:\n    ${label}\n`;

function shown(places: readonly Location[]): readonly string[] {
  return places.map(({ uri, span }) => `${uri.slice('file:///repo/'.length)}@${span.start}`);
}

function definition(...files: MarkedFiles): readonly string[] {
  const { inquiry, place } = asked(files);
  return shown(inquiry.definition(place));
}

function references(...files: MarkedFiles): readonly string[] {
  const { inquiry, place } = asked(files);
  return shown(inquiry.references(place));
}

const others = [
  ['edge.yaml', gateway('edge', 'shop')],
  ['other.yaml', gateway('edge', 'other')],
  ['inner.yaml', gateway('inner', 'shop')],
] as const;

describe('a waypoint', () => {
  it('is where the label of a Service leads', () => {
    const at = gateway('edge', 'shop').indexOf('edge');
    for (const label of ['istio.io/use‸-waypoint: edge', 'istio.io/use-waypoint: ed‸ge'])
      assert.deepEqual(definition(['s.yaml', service(label)], ...others), [`edge.yaml@${at}`]);
    assert.deepEqual(definition(['s.yaml', service('app‸: edge')], ...others), []);
    assert.deepEqual(definition(['s.yaml', service('istio.io/use-waypoint: no‸ne')], ...others), []);
  });

  it('is referred to by the labels that ask for it', () => {
    const label = service('istio.io/use-waypoint: edge');
    const named = gateway('edge', 'shop').replace('edge', 'ed‸ge');
    assert.deepEqual(references(['edge.yaml', named], ['s.yaml', label]), [
      `s.yaml@${label.indexOf('istio.io/')}`,
    ]);
    assert.deepEqual(
      references(['edge.yaml', gateway('edge', 'other').replace('edge', 'ed‸ge')], ['s.yaml', label]),
      [],
    );
  });
});
