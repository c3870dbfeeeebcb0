import assert from 'node:assert/strict';

import { afterEach, it } from 'mocha';

import { labelOf } from '../asking.ts';
import { closeAll, fileOf, values } from '../workspace.ts';
import { offered } from './texts.ts';

/** Values that no schema belongs to. */
const lab = fileOf('lab/values.yaml');

/** In `values`, whose schema has many of the chart's keys. */
const places: readonly {
  readonly where: string;
  readonly text: string;
  readonly theirs: string;
  readonly ours: string;
}[] = [
  {
    where: 'keys at the root',
    text: 'kubeProxyReplacement: true\n‸',
    theirs: 'routingMode',
    ours: 'tunnelProtocol',
  },
  {
    where: 'a key that is being typed',
    text: 'kubeProxyReplacement: true\nro‸',
    theirs: 'routingMode',
    ours: 'tunnelProtocol',
  },
  {
    where: 'keys of a map',
    text: 'kubeProxyReplacement: true\nsocketLB:\n  ‸',
    theirs: 'hostNamespaceOnly',
    ours: 'terminatePodConnections',
  },
  {
    where: 'blocks of keys',
    text: 'kubeProxyReplacement: true\n‸',
    theirs: 'socketLB',
    ours: 'mesh-istio-sidecar',
  },
  {
    where: 'values of words',
    text: 'kubeProxyReplacement: true\nipam:\n  mode: ‸',
    theirs: 'cluster-pool',
    ours: 'multi-pool',
  },
];

export function completionTests(): void {
  afterEach(closeAll);

  for (const { where, text, theirs, ours } of places) {
    it(`has ${where} once, those of the schema and those of ours`, async () => {
      const labels = (await offered(values, text)).map(labelOf);
      assert.deepEqual(doubled(labels), []);
      assert.ok(labels.includes(theirs) && labels.includes(ours), labels.join(', '));
    });
  }

  it('has true and false once', async () => {
    const items = await offered(values, 'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: ‸');
    assert.deepEqual(items.map(labelOf).sort(), ['false', 'true']);
  });

  it('leaves those of the schema as that one says them, since nobody can take them back', async () => {
    const items = await offered(values, 'kubeProxyReplacement: true\n‸');
    // Ours would tell the type behind the label.
    assert.equal(items.find((item) => labelOf(item) === 'routingMode')?.detail, undefined);
    assert.equal(items.find((item) => labelOf(item) === 'tunnelPort')?.detail, 'integer, default 0');
  });

  it('is all ours in a file without a schema', async () => {
    const items = await offered(lab, 'kubeProxyReplacement: true\n‸');
    assert.deepEqual(doubled(items.map(labelOf)), []);
    assert.match(items.find((item) => labelOf(item) === 'routingMode')?.detail ?? '', /^text/);
  });

  it('answers behind a space, where the editor asks nobody else', async () => {
    const items = await offered(values, 'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: ‸', ' ');
    assert.ok(items.some((item) => labelOf(item) === 'false' && item.detail === 'default'));
  });

  it('answers each of many questions about one place', async () => {
    const text = 'kubeProxyReplacement: true\nsocketLB:\n  ‸';
    const first = (await offered(values, text)).map(labelOf);
    for (let round = 0; round < 5; round++)
      assert.deepEqual((await offered(values, text)).map(labelOf), first);
  });
}

function doubled(labels: readonly string[]): readonly string[] {
  return labels.filter((label, index) => labels.indexOf(label) !== index);
}
