import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, type TextEdit } from '../../../server/src/edits/edit.ts';
import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';
import { fixDocument } from '../../../server/src/features/fix-document.ts';
import { fileOf } from '../../../server/src/features/fixes.ts';
import type { MeshLint } from '../../../server/src/features/mesh-lint.ts';
import { fakeFinding, fakeFix, fakeLint } from '../../support/fake-lint.ts';

const uri = 'file:///values.yaml';
const other = 'file:///other.yaml';

/** Finds every `x` of `values.yaml`; the fix replaces the first one by what `cure` says, in the files of the fix. */
function linter(cure: string, fixed: readonly string[] = [uri]): MeshLint {
  return fakeLint({
    findings: (texts) =>
      [...(texts.get(uri) ?? '').matchAll(/x/g)].map(({ index }) =>
        fakeFinding(uri, index, index + 1, { fixes: [fakeFix(`at ${index}`, fixed)] }),
      ),
    editsOf: ({ steps }, readText) => {
      const place = Number(/\d+/.exec(JSON.stringify(steps[0]?.op === 'set' ? steps[0].path : ''))?.[0]);
      const edit = (): TextEdit => ({ span: { start: place, end: place + 1 }, newText: cure });
      return readText(uri)?.[place] === 'x'
        ? { ok: true, files: steps.map((step) => ({ uri: fileOf(step), edits: [edit()] })) }
        : { ok: false, reason: 'gone' };
    },
  });
}

function fixed(lint: MeshLint, text: string): string {
  lint.update(uri, text);
  const edits = fixDocument(
    lint,
    uri,
    text,
    () => 'xxxxxx',
    (findings) => findings,
  );
  return applyEdits(text, edits);
}

test('all fixes of a document are made together', () => {
  assert.equal(fixed(linter('.'), 'axbxc'), 'a.b.c');
});

test('what a fix brings to light is fixed as well', () => {
  const lint = linter('.');
  let isFirst = true;
  const growing: MeshLint = {
    ...lint,
    editsOf: (fix, readText) => {
      const outcome = lint.editsOf(fix, readText);
      if (!outcome.ok || !isFirst) return outcome;
      isFirst = false;
      const grown = (edit: TextEdit): TextEdit => ({ ...edit, newText: 'yx' });
      return { ok: true, files: outcome.files.map((file) => ({ ...file, edits: file.edits.map(grown) })) };
    },
  };
  assert.equal(fixed(growing, 'axb'), 'ay.b');
});

test('a chain that never ends is left after some rounds', () => {
  assert.equal(fixed(linter('ax'), 'x'), `${'a'.repeat(10)}x`);
});

test('a fix that reaches into another file is not made on saving this one', () => {
  assert.equal(fixed(linter('.', [uri, other]), 'axb'), 'axb');
});

test('of two fixes that overlap, the first is made, then what is left', () => {
  const lint = linter('.');
  const wide: MeshLint = {
    ...lint,
    editsOf: (fix, readText) => {
      const outcome = lint.editsOf(fix, readText);
      if (!outcome.ok) return outcome;
      const widened = (edit: TextEdit): TextEdit => ({
        span: { start: 1, end: edit.span.end },
        newText: '.',
      });
      return { ok: true, files: outcome.files.map((file) => ({ ...file, edits: file.edits.map(widened) })) };
    },
  };
  assert.equal(fixed(wide, 'axxb'), 'a.b');
});

test('the engine holds the document as it was afterwards', () => {
  const lint = linter('.');
  fixed(lint, 'axb');
  assert.equal(lint.findingsIn(uri).length, 1);
});

test('findings that are not wanted are not fixed', () => {
  const lint = linter('.');
  lint.update(uri, 'axb');
  assert.deepEqual(
    fixDocument(
      lint,
      uri,
      'axb',
      () => undefined,
      () => [],
    ),
    [],
  );
});

test('two fixes that would make the same map do not both make it', () => {
  const lint = createMeshLint();
  lint.update(
    'file:///Chart.yaml',
    'apiVersion: v2\nname: net\nversion: 1.0.0\ndependencies:\n  - name: cilium\n    version: 1.13.4\n    repository: https://helm.cilium.io\n',
  );
  lint.update(
    'file:///shop.yaml',
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: { istio-injection: enabled }\n',
  );
  const text =
    'cilium:\n  kubeProxyReplacement: strict\n  hostServices:\n    enabled: true\n    hostNamespaceOnly: true\n';
  assert.equal(fixed(lint, text).split('socketLB:').length, 2);
});
