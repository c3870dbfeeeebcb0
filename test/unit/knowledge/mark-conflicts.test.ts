import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conflictOf, type PlacedValue } from '../../../server/src/knowledge/mark-conflicts.ts';

const mark = (place: PlacedValue['place'], key: string, value: string): PlacedValue => ({
  place,
  key,
  value,
});
const injection = (value: string): PlacedValue => mark('namespace-label', 'istio-injection', value);
const revision = (value: string): PlacedValue => mark('namespace-label', 'istio.io/rev', value);
const podLabel = (value: string): PlacedValue => mark('pod-label', 'sidecar.istio.io/inject', value);
const podAnnotation = (value: string): PlacedValue =>
  mark('pod-annotation', 'sidecar.istio.io/inject', value);
const kuma = (field: 'label' | 'annotation', value: string): PlacedValue =>
  mark(`namespace-${field}`, 'kuma.io/sidecar-injection', value);

describe('conflictOf', () => {
  const stories: readonly (readonly [
    story: string,
    winner: PlacedValue,
    loser: PlacedValue,
    enrolls: boolean | undefined,
  ])[] = [
    ['a revision beside the older label', injection('enabled'), revision('canary'), true],
    ['a revision alone', revision('canary'), revision('canary'), undefined],
    ['the same the other way round', revision('canary'), injection('enabled'), undefined],
    ['a revision beside what keeps everybody out', injection('disabled'), revision('canary'), undefined],
    ['a revision beside a label that says nothing', injection(''), revision('canary'), undefined],
    ['a pod that is in by its label alone', podLabel('true'), podAnnotation('false'), true],
    ['a pod that is out by its label alone', podLabel('false'), podAnnotation('true'), false],
    ['a pod that is in by both', podLabel('true'), podAnnotation('true'), undefined],
    ['a pod that is out by both', podLabel('false'), podAnnotation('no'), undefined],
    ['a pod whose label says nothing', podLabel('maybe'), podAnnotation('false'), undefined],
    ['a label of Kuma', kuma('label', 'enabled'), kuma('annotation', 'disabled'), true],
    [
      'an annotation of Kuma that says the same',
      kuma('label', 'enabled'),
      kuma('annotation', 'true'),
      undefined,
    ],
    ['an annotation of Kuma first', kuma('annotation', 'enabled'), kuma('label', 'disabled'), undefined],
  ];
  for (const [story, winner, loser, enrolls] of stories) {
    it(`${enrolls === undefined ? 'passes over' : 'tells'} ${story}`, () => {
      assert.equal(conflictOf(winner, loser, 'shop')?.enrolls, enrolls);
    });
  }

  it('names the mesh', () => {
    assert.equal(conflictOf(injection('enabled'), revision('canary'), undefined)?.mesh, 'istio');
    assert.equal(conflictOf(kuma('label', 'enabled'), kuma('annotation', 'disabled'), 'shop')?.mesh, 'kuma');
  });

  it('says nothing of namespaces that Istio never injects into', () => {
    assert.equal(conflictOf(injection('enabled'), revision('canary'), 'istio-system'), undefined);
    assert.equal(conflictOf(injection('enabled'), revision('canary'), 'kube-system'), undefined);
  });

  it('knows revisions that have no default one beside them', () => {
    const starved = (value: string) => conflictOf(injection('enabled'), revision(value), 'shop')?.starved;
    assert.equal(starved('asm-1-25'), 'the Istio add-on of AKS');
    assert.equal(starved('asm-managed'), undefined);
    assert.equal(starved('1-25'), undefined);
    assert.equal(conflictOf(podLabel('true'), podAnnotation('false'), 'shop')?.starved, undefined);
  });
});
