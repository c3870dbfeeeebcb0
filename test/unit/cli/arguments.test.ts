import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
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
    for (const argv of [['--help'], ['-h'], ['help'], ['check', '--help'], ['lsp', '-h']]) {
      assert.deepEqual(readArguments(argv), { kind: 'help' });
    }
    for (const argv of [['--version'], ['check', '--version']])
      assert.deepEqual(readArguments(argv), { kind: 'version' });
  });

  it('starts the language server as editors do', () => {
    assert.deepEqual(readArguments(['lsp', '--stdio']), { kind: 'lsp' });
    assert.deepEqual(readArguments(['lsp', '--stdio', '--clientProcessId=12']), { kind: 'lsp' });
  });

  const wrong: readonly (readonly [readonly string[], string])[] = [
    [[], 'A command is missing: check, report or lsp.'],
    [['--format', 'json'], 'A command is missing before --format: check, report or lsp.'],
    [['lint'], 'There is no command "lint": it is check, report or lsp.'],
    [['check', '--format', 'xml'], '--format is text or json, not xml.'],
    [['check', '--format'], '--format lacks its value.'],
    [['check', '--format', '--fix'], '--format lacks its value.'],
    [['check', '--fail-on', 'hint'], '--fail-on is error, warning, information or never, not hint.'],
    [['check', '--frob'], 'There is no option --frob.'],
    [['check', '-fh'], 'There is no option -f.'],
    [['check', '--fix=yes'], '--fix takes no value.'],
    [['check', ''], 'A path is empty.'],
    [['report', 'shop'], 'A report needs a file: --html FILE, or --html - for the standard output.'],
    [['report', '--html', '--fix'], '--html lacks its value.'],
    [['report', '--html', 'x', ''], 'A path is empty.'],
    [['lsp'], 'The language server speaks over --stdio only.'],
    [['lsp', '--stdio', 'folder'], 'The language server takes no path: folder.'],
  ];
  for (const [argv, message] of wrong) {
    it(`refuses \`${argv.join(' ')}\``, () => {
      assert.deepEqual(readArguments(argv), { kind: 'usage-error', message });
    });
  }

  it('has an answer to whatever is written', () => {
    const word = fc.constantFrom(
      'check',
      'report',
      'lsp',
      '--html',
      '--fix',
      '-h',
      '-',
      '--',
      '--no-fix',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string())),
        (argv) => typeof readArguments(argv).kind === 'string',
      ),
    );
  });
});
