import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enforcementBy } from '../../../../server/src/workspace/policies/enforcement.ts';
import { below, umbrellaChart } from '../../../support/charts.ts';
import { workspaceOf } from '../../../support/workspace.ts';

const enforcementOf = (version: string, values: string) =>
  enforcementBy(
    workspaceOf({
      '/repo/Chart.yaml': umbrellaChart(version),
      '/repo/values.yaml': below('cilium', `hubble:\n  enabled: false\n${values}`),
    }).releases,
  );

describe('how a Cilium takes policies', () => {
  it('follows from its mode', () => {
    const mode = (values: string) => enforcementOf('1.17.4', values).mode;
    assert.equal(mode(''), 'default');
    assert.equal(mode('policyEnforcementMode: always\n'), 'always');
    assert.equal(mode('policyEnforcementMode: never\n'), 'never');
    assert.equal(mode('policyEnforcementMode: default\n'), 'default');
    assert.equal(mode('policyEnforcementMode: "${MODE}"\n'), 'unknown');
    assert.equal(mode('extraConfig:\n  enable-policy: always\n'), 'always');
  });

  it('obeys the switch of a policy from 1.16 on', () => {
    assert.equal(enforcementOf('1.15.6', '').obeysSwitch, 'no');
    assert.equal(enforcementOf('1.16.4', '').obeysSwitch, 'yes');
    assert.equal(enforcementOf('>=1.15.0 <1.17.0', '').obeysSwitch, 'unknown');
  });

  it('does not obey it where it is told so', () => {
    const obeys = (value: string) =>
      enforcementOf('1.17.4', `enableNonDefaultDenyPolicies: ${value}\n`).obeysSwitch;
    assert.deepEqual([obeys('false'), obeys('true'), obeys('"${OBEY}"')], ['no', 'yes', 'unknown']);
  });

  it('is the usual where no Cilium is to be seen', () => {
    assert.deepEqual(enforcementBy([]), { mode: 'default', obeysSwitch: 'yes' });
  });

  it('is open where several releases are not at one', () => {
    const { releases } = workspaceOf({
      '/repo/a/Chart.yaml': umbrellaChart('1.17.4'),
      '/repo/a/values.yaml': below('cilium', 'policyEnforcementMode: always\n'),
      '/repo/b/Chart.yaml': umbrellaChart('1.17.4'),
      '/repo/b/values.yaml': below('cilium', 'policyEnforcementMode: never\n'),
    });
    assert.equal(enforcementBy(releases).mode, 'unknown');
  });
});
