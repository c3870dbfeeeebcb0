import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentArgumentsCarrier } from '../../../server/src/carriers/agent-arguments.ts';
import { applyEdits, type Change } from '../../../server/src/edits/edit.ts';
import type { SettingsLayer } from '../../../server/src/facts/settings.ts';
import { only } from '../../support/only.ts';
import { factsIn } from '../../support/read.ts';

const image = 'quay.io/cilium/cilium:v1.14.2';

const daemonSet = (args: string, { kind = 'DaemonSet', of = image } = {}): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nspec:\n  template:\n    spec:\n      containers:\n        - name: cilium-agent\n          image: ${of}\n          args: ${args}\n`;

const layersIn = (text: string): readonly SettingsLayer[] =>
  factsIn(agentArgumentsCarrier, text).flatMap((fact) => (fact.kind === 'settings' ? [fact] : []));

const valuesIn = (args: string) =>
  only(layersIn(daemonSet(args))).settings.map(({ path, value }) => [
    path.join(),
    value.kind === 'known' ? value.value : value.kind,
  ]);

describe('the arguments of an agent', () => {
  it('are flags with text values', () => {
    assert.deepEqual(valuesIn('[--kube-proxy-replacement=true, "--debug", --bpf-lb-sock-hostns-only]'), [
      ['kube-proxy-replacement', 'true'],
      ['debug', 'true'],
      ['bpf-lb-sock-hostns-only', 'true'],
    ]);
  });

  it('are not known where the value may be the next argument', () => {
    assert.deepEqual(valuesIn('[--kube-proxy-replacement, strict]'), [['kube-proxy-replacement', 'unknown']]);
  });

  it('tell the version by the image', () => {
    const { version } = only(layersIn(daemonSet('[--kube-proxy-replacement=true]'))).chart;
    assert.equal(version === 'unknown' ? version : version?.text, image);
  });

  it('may be more than the file shows where a template stands', () => {
    assert.equal(only(layersIn(daemonSet('[--kube-proxy-replacement=true, "{{ .more }}"]'))).open, true);
  });

  const others: Readonly<Record<string, string>> = {
    'of a Deployment': daemonSet('[--kube-proxy-replacement=true]', { kind: 'Deployment' }),
    'of another image': daemonSet('[--kube-proxy-replacement=true]', {
      of: 'quay.io/cilium/operator:v1.14.2',
    }),
    'without a flag that matters': daemonSet('[--config-dir=/tmp/cilium/config-map]'),
  };
  for (const [what, text] of Object.entries(others)) {
    it(`are not those ${what}`, () => assert.deepEqual(layersIn(text), []));
  }
});

describe('a change of arguments', () => {
  const after = (args: string, change: Change): string => {
    const text = daemonSet(args);
    const path = ['spec', 'template', 'spec', 'containers', '0', 'args'];
    const result = agentArgumentsCarrier.write(text, { document: 0, path }, change);
    if (!result.ok) return result.reason;
    return /args: (.*)\n/s.exec(applyEdits(text, result.edits))?.[1] ?? '';
  };
  const cure: Change = { op: 'set', path: ['bpf-lb-sock-hostns-only'], value: 'true' };

  it('adds an argument behind the related one', () => {
    const args = '\n            - --kube-proxy-replacement=true\n            - --debug';
    assert.equal(
      after(args, { ...cure, near: ['kube-proxy-replacement'] }),
      '\n            - --kube-proxy-replacement=true\n            - --bpf-lb-sock-hostns-only=true\n            - --debug',
    );
  });

  it('replaces the last of those that say otherwise', () => {
    assert.equal(
      after('["--bpf-lb-sock-hostns-only=false", "--debug"]', cure),
      '["--bpf-lb-sock-hostns-only=true", "--debug"]',
    );
  });

  it('is refused for anything but a flag', () => {
    assert.equal(after('[--debug]', { ...cure, path: ['socketLB', 'enabled'] }), 'not-writable');
    assert.equal(after('[--debug]', { op: 'remove', path: ['debug'] }), 'not-writable');
  });
});
