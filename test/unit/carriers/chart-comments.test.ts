import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { commentsOf } from '../../../server/src/carriers/chart-comments.ts';

describe('commentsOf', () => {
  it('reads the words above a key, and those above a key in a comment', () => {
    const text = `# A file of the chart.

# @schema
# type: [null, string]
# @schema
# -- (string) How packets travel.
# Possible values:
#  - native
# @default -- \`tunnel\`
routingMode: ""
socketLB:
  # -- Turn it on.
  enabled: false
  # -- Keep it out of pods.
  # hostNamespaceOnly: false
  # notForAnybody: true
  tracing: ~
  # When set to true, some more.
  # (That is not for everybody.)
  # @schema
  # type: [null, boolean]
  # @schema
  more: ~
  # --- Less of it.
  less: 1
`;
    assert.deepEqual(commentsOf(text), {
      routingMode: 'How packets travel.\nPossible values:\n - native',
      'socketLB.enabled': 'Turn it on.',
      'socketLB.hostNamespaceOnly': 'Keep it out of pods.',
      'socketLB.more': 'When set to true, some more.\n(That is not for everybody.)',
      'socketLB.less': 'Less of it.',
    });
  });

  it('takes what stands right above a key where nothing is marked', () => {
    const text = '# Of the file.\n\n# How packets travel.\n# Or not.\ntunnel: vxlan\nagent: true\n';
    assert.deepEqual(commentsOf(text), { tunnel: 'How packets travel.\nOr not.' });
  });

  it('gives no key the words of another one', () => {
    const text = '# -- Of nothing.\n\nagent: true\n# -- Of the map.\n  deeper: 1\ndebug:\n  - a\n';
    assert.deepEqual(commentsOf(text), {});
  });

  it('reads keys in quotes, and Windows line ends', () => {
    const text = 'nodeSelector:\r\n  # -- Where it runs.\r\n  "kubernetes.io/os": linux\r\n';
    assert.deepEqual(commentsOf(text), { 'nodeSelector.kubernetes.io/os': 'Where it runs.' });
  });
});
