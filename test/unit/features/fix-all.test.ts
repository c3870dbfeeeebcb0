import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixAll } from '../../../server/src/features/fix-all.ts';
import { fileOf } from '../../../server/src/features/fixes.ts';
import type { FixOutcome, MeshLint } from '../../../server/src/features/mesh-lint.ts';
import type { Finding, Fix } from '../../../server/src/rules/finding.ts';
import { fakeFinding, fakeFix, fakeLint } from '../../support/fake-lint.ts';

/** Finds every `?` of a text; the fix appends the key and turns one `?` of each of its files into `!`. */
function questions(fixOf: (uri: string) => Fix): (texts: ReadonlyMap<string, string>) => readonly Finding[] {
  return (texts) =>
    [...texts].flatMap(([uri, text]) =>
      [...text.matchAll(/\?/g)].map(({ index }) =>
        fakeFinding(uri, index, index + 1, { fixes: [fixOf(uri)] }),
      ),
    );
}

function answer(fix: Fix, readText: (uri: string) => string | undefined): FixOutcome {
  const files = fix.steps.map((step) => {
    const uri = fileOf(step);
    const start = readText(uri)?.indexOf('?') ?? 0;
    return { uri, edits: [{ span: { start, end: start + 1 }, newText: '!' }] };
  });
  return { ok: true, files };
}

function filled(lint: MeshLint, texts: ReadonlyMap<string, string>): MeshLint {
  for (const [uri, text] of texts) lint.update(uri, text);
  return lint;
}

describe('fixAll', () => {
  it('makes fixes until none comes up any more', () => {
    const texts = new Map([['file:///a', '? and ?']]);
    let count = 0;
    const lint = filled(
      fakeLint({ findings: questions((uri) => fakeFix(String(count++), [uri])), editsOf: answer }),
      texts,
    );
    const fixed = fixAll(lint, (uri) => texts.get(uri));
    assert.deepEqual([...fixed.texts], [['file:///a', '! and !']]);
    assert.deepEqual(lint.findings(), []);
    assert.equal(fixed.applied, 2);
  });

  it('makes the same fix of several findings once', () => {
    const texts = new Map([['file:///a', '? and ?']]);
    const lint = filled(
      fakeLint({ findings: questions((uri) => fakeFix('key', [uri])), editsOf: answer }),
      texts,
    );
    const fixed = fixAll(lint, (uri) => texts.get(uri));
    assert.equal(fixed.applied, 1);
    assert.equal(fixed.texts.get('file:///a'), '! and ?');
  });

  it('leaves fixes alone that are not preferred', () => {
    const texts = new Map([['file:///a', '?']]);
    const lint = filled(
      fakeLint({ findings: questions((uri) => fakeFix('key', [uri], false)), editsOf: answer }),
      texts,
    );
    assert.equal(fixAll(lint, (uri) => texts.get(uri)).texts.size, 0);
  });

  it('tells which fixes were refused, and makes the others', () => {
    const texts = new Map([
      ['file:///a', '?'],
      ['file:///b', '?'],
    ]);
    const lint = filled(
      fakeLint({
        findings: questions((uri) => fakeFix('key', [uri])),
        editsOf: (fix, readText) =>
          fix.steps.map(fileOf)[0] === 'file:///a'
            ? { ok: false, reason: 'a template' }
            : answer(fix, readText),
      }),
      texts,
    );
    const fixed = fixAll(lint, (uri) => texts.get(uri));
    assert.deepEqual(
      fixed.refused.map(({ finding, reason }) => [finding.at.uri, reason]),
      [['file:///a', 'a template']],
    );
    assert.deepEqual([...fixed.texts.keys()], ['file:///b']);
  });

  it('groups files that a fix changes together, and groups that share a file', () => {
    const partners = new Map([
      ['file:///a', ['file:///a', 'file:///b']],
      ['file:///c', ['file:///c', 'file:///b']],
      ['file:///d', ['file:///d']],
    ]);
    const texts = new Map([
      ['file:///a', '?'],
      ['file:///b', '...???'],
      ['file:///c', '?'],
      ['file:///d', '?'],
    ]);
    const findings = questions((uri) => fakeFix('key', partners.get(uri) ?? []));
    const lint = filled(
      fakeLint({
        findings: (now) => findings(now).filter(({ at }) => partners.has(at.uri)),
        editsOf: answer,
      }),
      texts,
    );
    const groups = fixAll(lint, (uri) => texts.get(uri)).groups.map((group) => [...group].sort());
    assert.deepEqual(groups, [['file:///d'], ['file:///a', 'file:///b', 'file:///c']]);
  });
});
