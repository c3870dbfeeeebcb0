import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { runCli } from './run-cli.ts';
import { broken } from './workspace.ts';

/** An object with exactly these properties. */
function exactly(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const position = exactly({ line: count, character: count });
const file = { type: 'string', pattern: '^[^\\\\]+$' };
const range = exactly({ start: position, end: position });
const listOf = (items: object): object => ({ type: 'array', items });
const report = exactly({
  version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
  findings: listOf(
    exactly({
      rule: text,
      severity: { enum: ['error', 'warning', 'information', 'hint'] },
      message: text,
      file,
      range,
      related: listOf(exactly({ file, range, message: text })),
      fixes: listOf(
        exactly({
          title: text,
          preferred: { type: 'boolean' },
          edits: listOf(exactly({ file, range, newText: text })),
        }),
      ),
      docs: { type: 'string', pattern: '^https://' },
    }),
  ),
  summary: exactly({
    files: count,
    parsed: count,
    errors: count,
    warnings: count,
    informations: count,
    hints: count,
    durationMs: count,
  }),
});
const isReport = new Ajv().compile<Report>(report);

interface Report {
  readonly findings: readonly {
    readonly file: string;
    readonly range: object;
    readonly fixes: readonly { readonly preferred: boolean; readonly edits: readonly object[] }[];
  }[];
  readonly summary: { readonly files: number; readonly errors: number };
}

function parsed(json: string): Report {
  const value: unknown = JSON.parse(json);
  assert.ok(isReport(value), JSON.stringify(isReport.errors));
  return value;
}

describe('cilium-mesh-lint check --format json', () => {
  it('prints a report of the documented form and nothing else', async (test) => {
    const { status, stdout, stderr } = await runCli(temporaryFolder(test, broken), [
      'check',
      '--format',
      'json',
    ]);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    const [finding, ...others] = parsed(stdout).findings;
    assert.deepEqual(others, []);
    assert.equal(finding?.file, 'cilium/values.yaml');
    assert.deepEqual(finding.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 20 } });
    assert.equal(finding.fixes[0]?.preferred, true);
    assert.equal(finding.fixes[0].edits.length, 1);
  });

  it('prints an empty report where nothing is found', async (test) => {
    const { status, stdout } = await runCli(temporaryFolder(test, {}), ['check', '--format=json']);
    assert.equal(status, 0);
    assert.deepEqual(parsed(stdout).findings, []);
  });

  it('counts columns in UTF-16 code units, behind a byte order mark and in CRLF files', async (test) => {
    const folder = temporaryFolder(test, {
      ...broken,
      'cilium/values.yaml': '\uFEFF# 🐝\r\n{ "🐝": 1, kubeProxyReplacement: true }\r\n',
    });
    const { stdout } = await runCli(folder, ['check', '--format', 'json']);
    assert.deepEqual(parsed(stdout).findings[0]?.range, {
      start: { line: 1, character: 11 },
      end: { line: 1, character: 31 },
    });
  });

  it('writes out everything, however much it is', async (test) => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `c${index}/values.yaml`,
        broken['cilium/values.yaml'] ?? '',
      ]),
    );
    const { stdout } = await runCli(temporaryFolder(test, { ...broken, ...many }), [
      'check',
      '--format',
      'json',
    ]);
    const { findings, summary } = parsed(stdout);
    assert.ok(stdout.length > 200_000);
    assert.equal(findings.length, 401);
    assert.equal(summary.errors, 401);
    assert.equal(summary.files, 402);
  });
});
