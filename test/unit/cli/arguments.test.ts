import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArguments } from '../../../server/src/cli/arguments.ts';

describe('readArguments', () => {
  it('checks the current folder where no path is named', () => {
    assert.deepEqual(readArguments(['check']), {
      kind: 'check',
      options: { paths: ['.'], format: 'text', fix: false, failOn: 'warning' },
    });
  });

  it('takes options and paths in any order', () => {
    assert.deepEqual(readArguments(['check', 'a', '--format=json', '--fix', 'b', '--fail-on', 'never']), {
      kind: 'check',
      options: { paths: ['a', 'b'], format: 'json', fix: true, failOn: 'never' },
    });
  });

  it('takes a path that looks like an option behind two dashes', () => {
    const command = readArguments(['check', '--', '--odd.yaml']);
    assert.equal(command.kind === 'check' && command.options.paths[0], '--odd.yaml');
  });

  it('shows help and version with and without a command', () => {
    for (const argv of [['--help'], ['-h'], ['check', '--help'], ['lsp', '-h']]) {
      assert.deepEqual(readArguments(argv), { kind: 'help' });
    }
    for (const argv of [['--version'], ['check', '--version']])
      assert.deepEqual(readArguments(argv), { kind: 'version' });
  });

  it('starts the language server as editors do', () => {
    assert.deepEqual(readArguments(['lsp', '--stdio']), { kind: 'lsp' });
    assert.deepEqual(readArguments(['lsp', '--stdio', '--clientProcessId=12']), { kind: 'lsp' });
  });

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /command is missing/],
    [['lint'], /no command lint/],
    [['check', '--format', 'xml'], /text or json, not xml/],
    [['check', '--fail-on', 'hint'], /not hint/],
    [['check', '--frob'], /--frob/],
    [['check', '--fix=yes'], /--fix/],
    [['lsp'], /--stdio/],
    [['lsp', '--stdio', 'folder'], /folder/],
  ];
  for (const [argv, message] of wrong) {
    it(`refuses \`${argv.join(' ')}\``, () => {
      const command = readArguments(argv);
      assert.equal(command.kind, 'usage-error');
      assert.match(command.message, message);
    });
  }
});
