import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { meshRevisionReader } from '../../../../server/src/carriers/mesh-charts/revisions.ts';
import { sourceFile } from '../../../../server/src/source/file.ts';

/** The names, each as it stands in the text. */
function revisionsIn(path: string, text: string): readonly string[] {
  const facts = meshRevisionReader.read(sourceFile(`file:///repo/${path}`, 'yaml', text));
  return facts.flatMap((fact) => {
    if (fact.kind !== 'mesh-revision') return [];
    assert.equal(text.slice(fact.span.start, fact.span.end), fact.name);
    return [fact.name];
  });
}

describe('revisions of Istio', () => {
  it('stand in values and in resources of operators', () => {
    assert.deepEqual(
      revisionsIn('istiod.yaml', 'revision: "1-26-2" # next\nrevisionTags: [stable, "canary"]\n'),
      ['1-26-2', 'stable', 'canary'],
    );
    assert.deepEqual(
      revisionsIn('istio/v.yaml', 'a: 1\nrevisionTags:\n  - prod\n  - test # soon\nb: [x]\n'),
      ['prod', 'test'],
    );
    assert.deepEqual(
      revisionsIn('r.yaml', 'chart: istiod\nvalues:\n  revision: canary\n  defaultRevision: stable\n'),
      ['canary', 'stable'],
    );
    assert.deepEqual(
      revisionsIn(
        't.yaml',
        'apiVersion: sailoperator.io/v1\nkind: IstioRevisionTag\nmetadata:\n  name: prod\n',
      ),
      ['prod'],
    );
  });

  it('stand in commands', () => {
    assert.deepEqual(
      revisionsIn('i.sh', 'istioctl install -y \\\n  --revision=1-26 --set profile=ambient\n'),
      ['1-26'],
    );
    assert.deepEqual(revisionsIn('i.sh', 'helm install istiod istio/istiod --set a=b,revision=canary\n'), [
      'canary',
    ]);
    assert.deepEqual(revisionsIn('i.sh', 'istioctl tag set prod --revision 1-26\n'), ['1-26', 'prod']);
  });

  it('are nothing that others call so', () => {
    assert.deepEqual(revisionsIn('a.yaml', 'revision: main\n'), []);
    assert.deepEqual(
      revisionsIn(
        'istio.yaml',
        'targetRevision: main\nrevision: {{ .Values.x }}\n# revision: a\nrevision:\n',
      ),
      [],
    );
    assert.deepEqual(revisionsIn('i.sh', 'istioctl install\ngit log --revision x\n'), []);
  });
});
