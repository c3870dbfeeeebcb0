import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LabelRequirement, LabelSet } from '../../../../server/src/facts/labels.ts';
import { selects } from '../../../../server/src/workspace/policies/select-labels.ts';
import { labels } from '../../../support/policies.ts';

const asks = (
  set: LabelSet,
  operator: LabelRequirement['operator'],
  key: string,
  ...values: readonly string[]
) => selects({ requirements: [{ key, operator, values }], open: false }, set);

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;
const answers = (set: LabelSet, key: string, ...values: readonly string[]) =>
  operators.map((operator) => asks(set, operator, key, ...values));

describe('a selector', () => {
  it('goes by the value of a label', () => {
    assert.deepEqual(answers(labels({ app: 'web' }), 'app', 'web', 'api'), ['yes', 'no', 'yes', 'no']);
    assert.deepEqual(answers(labels({ app: 'db' }), 'app', 'web', 'api'), ['no', 'yes', 'yes', 'no']);
  });

  it('takes a label that is not there for no value at all', () => {
    assert.deepEqual(answers(labels({}), 'app', 'web'), ['no', 'yes', 'no', 'yes']);
    assert.deepEqual(answers(labels({}), 'constructor', 'web'), ['no', 'yes', 'no', 'yes']);
  });

  it('knows of a label with a template for a value only that it is there', () => {
    const set = { known: {}, unknown: ['app'], open: false };
    assert.deepEqual(answers(set, 'app', 'web'), ['unknown', 'unknown', 'yes', 'no']);
  });

  it('knows nothing of labels that a template may add', () => {
    const set = { known: { app: 'web' }, unknown: [], open: true };
    assert.deepEqual(answers(set, 'tier', 'front'), ['unknown', 'unknown', 'unknown', 'unknown']);
    assert.deepEqual(answers(set, 'app', 'web'), ['yes', 'no', 'yes', 'no']);
  });

  it('knows nothing of labels that controllers and injectors add to pods', () => {
    const added = [
      'pod-template-hash',
      'job-name',
      'controller-uid',
      'controller-revision-hash',
      'batch.kubernetes.io/job-name',
      'apps.kubernetes.io/pod-index',
      'statefulset.kubernetes.io/pod-name',
      'linkerd.io/control-plane-ns',
      'security.istio.io/tlsMode',
    ];
    for (const key of added) assert.equal(asks(labels({}), 'Exists', key), 'unknown', key);
    for (const key of ['my-job-name', 'job-names', 'app.kubernetes.io/name'])
      assert.equal(asks(labels({}), 'Exists', key), 'no', key);
  });

  it('takes no pod for the host or the like, even where its labels are not known', () => {
    assert.equal(asks({ known: {}, unknown: [], open: true }, 'In', 'reserved:host', ''), 'no');
  });

  it('that asks for nothing takes in everything', () => {
    assert.equal(selects({ requirements: [], open: false }, labels({})), 'yes');
  });

  it('with parts that cannot be read may ask for more, but not for less', () => {
    const requirements: readonly LabelRequirement[] = [{ key: 'app', operator: 'In', values: ['web'] }];
    assert.equal(selects({ requirements, open: true }, labels({ app: 'web' })), 'unknown');
    assert.equal(selects({ requirements, open: true }, labels({ app: 'db' })), 'no');
  });
});
