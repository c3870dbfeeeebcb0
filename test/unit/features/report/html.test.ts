import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../../server/src/features/create-mesh-lint.ts';
import { htmlReport } from '../../../../server/src/features/report/html.ts';
import { markdownAsHtml } from '../../../../server/src/features/report/html-text.ts';
import { reportedFindings } from '../../../../server/src/features/report/report.ts';

const chart =
  'apiVersion: v2\nname: platform\nversion: 1.0.0\ndependencies:\n  - name: cilium\n    version: 1.16.4\n    repository: https://helm.cilium.io\n';
const namespace =
  'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    istio-injection: enabled\n';

/** The page of a workspace, as the command line makes it. */
function pageOf(files: Readonly<Record<string, string>>): string {
  const lint = createMeshLint();
  const texts = new Map(Object.entries(files).map(([path, text]) => [`file:///w/${path}`, text]));
  for (const [uri, text] of texts) lint.update(uri, text);
  return htmlReport({
    report: {
      findings: reportedFindings(lint, lint.findings(), texts),
      texts,
      files: texts.size,
      parsed: texts.size,
      durationMs: 1,
    },
    overview: lint.overview(),
    names: {
      fileOf: (uri) => uri.slice('file:///w/'.length),
      lineOf: ({ uri, span }) => (texts.get(uri) ?? '').slice(0, span.start).split('\n').length,
    },
    version: '1.2.3',
  });
}

const page = pageOf({
  'Chart.yaml': chart,
  'values.yaml': 'cilium:\n  kubeProxyReplacement: true # <b>\n',
  'namespace.yaml': namespace,
});

describe('the report as a page', () => {
  it('needs nothing but itself', () => {
    const own = page.replaceAll('http://www.w3.org/2000/svg', '').replaceAll(/<a href="[^"]*">/g, '');
    assert.doesNotMatch(own, /<script|<link|<img|@import|url\((?!#)|https?:/);
    assert.match(page, /default-src 'none'/);
  });

  it('says what is installed, what the meshes ask for, and what is missing', () => {
    assert.match(page, /<td>Cilium 1\.16\.4<\/td><td>on<\/td><td>inside pods<\/td>/);
    assert.match(page, /<code>socketLB\.hostNamespaceOnly: true<\/code>.*<td class="missing">/);
    assert.match(page, /1 error in 3 files\./);
  });

  it('has a column for clusters only where one has a name, and one row for installs that read alike', () => {
    assert.doesNotMatch(page, />cluster</);
    const values = 'kubeProxyReplacement: true\n';
    const named = pageOf({
      'clusters/a/cilium-values.yaml': values,
      'clusters/b/cilium-values.yaml': values,
    });
    assert.match(named, />cluster<.*\n<tbody>\n<tr><td>a</);
    const alike = pageOf({ 'x/cilium-values.yaml': values, 'y/cilium-values.yaml': values });
    assert.equal(alike.match(/<td>on<\/td>/g)?.length, 1);
  });

  it('scrolls tables that are wider than the page, by the keyboard too', () => {
    assert.equal(page.match(/<table>/g)?.length, 2);
    assert.equal(
      page.match(/<div class="wide" role="region" aria-labelledby="\w+" tabindex="0">\n<table>/g)?.length,
      2,
    );
  });

  it('shows each finding with its lines, its evidence and what its fix changes', () => {
    assert.match(page, /<article class="error">/);
    assert.match(page, /values\.yaml:2/);
    assert.match(page, /namespace\.yaml:6/);
    assert.match(page, /<span class="green">\+ {5}hostNamespaceOnly: true<\/span>/);
  });

  it('marks the lines of a finding in the colour of its severity', () => {
    const marksOf = (html: string): readonly string[] =>
      [...html.matchAll(/<article class="(\w+)">[^]*?<span class="(\w+)">\^+</g)].map(
        ([, severity = '', tone = '']) => `${severity} ${tone}`,
      );
    assert.deepEqual(marksOf(page), ['error red']);
    const unused = pageOf({ 'cilium-values.yaml': 'kubeProxyReplacement: true\n' });
    assert.deepEqual(marksOf(unused), ['hint blue']);
    const mistyped = 'cilium:\n  socketLB:\n    hostNamspaceOnly: true\n  kubeProxyReplacement: true\n';
    assert.deepEqual(marksOf(pageOf({ 'Chart.yaml': chart, 'values.yaml': mistyped })), [
      'warning yellow',
      'hint blue',
    ]);
  });

  it('draws how calls travel, today and mended', () => {
    assert.equal(page.match(/<svg /g)?.length, 2);
    assert.match(page, /<figure class="bad">.*Today/);
  });

  it('shows what stands in files as text', () => {
    assert.match(page, /# &lt;b&gt;/);
    assert.doesNotMatch(page, /# <b>/);
  });

  it('says so where there is nothing', () => {
    const empty = pageOf({ 'namespace.yaml': namespace });
    assert.match(empty, /Nothing was found in 1 file\./);
    assert.match(empty, /No install of Cilium/);
    assert.doesNotMatch(empty, /<svg /);
  });
});

describe('the Markdown of messages', () => {
  it('becomes code and links, and nothing else', () => {
    assert.equal(
      markdownAsHtml('Set `a: <b>` as in [x](https://y.z) or [q](javascript:1) <i>'),
      'Set <code>a: &lt;b&gt;</code> as in <a href="https://y.z">x</a> or [q](javascript:1) &lt;i&gt;',
    );
  });
});
