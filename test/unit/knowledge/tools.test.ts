import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { companionOf, keysOfTool, translated, type ToolKey } from '../../../server/src/knowledge/tools.ts';
import { keysOf } from '../../../server/src/knowledge/setting-keys.ts';

const keyNamed = (name: string): ToolKey => {
  const row = keysOfTool('kops').find(({ key }) => key.join('.') === name);
  if (row === undefined) throw new Error(`kops has no ${name}.`);
  return row;
};

describe('the names that tools have of their own', () => {
  it('lead to flags or keys that are known', () => {
    const flags = new Set(
      (['kubeProxyReplacement', 'hostNamespaceOnly', 'socketLbEnabled', 'bpfMasquerade'] as const).flatMap(
        (concept) => keysOf(concept).map(({ path }) => path.join('.')),
      ),
    );
    for (const { path } of keysOfTool('kops')) assert.ok(flags.has(path.join('.')), path.join('.'));
  });

  it('mean another value in older versions', () => {
    const replacement = keyNamed('enableNodePort');
    assert.equal(translated(replacement, true, 'agent', '1.13.4'), 'strict');
    assert.equal(translated(replacement, false, 'agent', '1.13.4'), 'partial');
    assert.equal(translated(replacement, true, 'agent', '1.16.0'), 'true');
    assert.equal(translated(replacement, true, 'agent', undefined), 'true');
    assert.equal(translated(replacement, null, 'agent', undefined), null);
  });

  it('may need a companion', () => {
    const cure = keyNamed('bpfLBSockHostNSOnly');
    assert.deepEqual(companionOf(cure, '1.18.0'), ['bpfLBSock']);
    assert.deepEqual(companionOf(cure, undefined), ['bpfLBSock']);
    assert.equal(companionOf(cure, '1.15.6'), undefined);
  });
});
