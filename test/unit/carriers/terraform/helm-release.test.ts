import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { terraformCarrier } from '../../../../server/src/carriers/terraform/helm-release.ts';
import { terraformNamespaceReader } from '../../../../server/src/carriers/terraform/namespaces.ts';
import { factsIn } from '../../../support/read.ts';

const release = (more: string, chart = '"cilium"'): string =>
  `locals {\n  version = "1.16.4"\n}\nresource "helm_release" "cilium" {\n  repository = "https://helm.cilium.io"\n  chart = ${chart}\n${more}\n}\n`;

/** What a release merges: the path of a file, `a.b=value` for its own settings, `?` for what is not told. */
function mergedBy(text: string): readonly string[] {
  const facts = factsIn(terraformCarrier, text, '/repo/main.tf');
  return facts.flatMap((fact) => {
    if (fact.kind !== 'deployment') return [];
    return fact.values.flatMap((source) => {
      if (source.kind === 'file') return [source.path];
      if (source.kind !== 'own-layer') return ['?'];
      const layer = facts.find(
        (one) => one.kind === 'settings' && isDeepStrictEqual(one.address, source.address),
      );
      if (layer?.kind !== 'settings') return [];
      return [
        ...layer.settings.flatMap(({ path, value, keySpan }) => {
          assert.ok(text.slice(keySpan.start, keySpan.end).length > 0);
          return value.kind === 'map'
            ? []
            : [`${path.join('.')}=${value.kind === 'known' ? String(value.value) : '?'}`];
        }),
        ...(layer.open ? ['open'] : []),
      ];
    });
  });
}

describe('a helm_release', () => {
  const forms: readonly (readonly [title: string, attributes: string, merged: readonly string[]])[] = [
    ['files beside it', 'values = [file("${path.module}/a.yaml"), file("b/c.yaml")]', ['a.yaml', 'b/c.yaml']],
    ['files in the old spelling', 'values = ["${file("${path.root}/a.yaml")}"]', ['a.yaml']],
    ['templates', 'values = [templatefile("${path.module}/a.yaml.tftpl", { x = 1 })]', ['a.yaml.tftpl']],
    ['files that a variable names', 'values = [file(var.values), file("${var.env}.yaml")]', ['?', '?']],
    ['objects', 'values = [yamlencode({ a = { b = true, c = var.c } })]', ['a.b=true', 'a.c=?']],
    ['objects with keys that are worked out', 'values = [yamlencode({ (var.k) = 1 })]', ['open']],
    ['YAML', 'values = [<<-EOT\n    a:\n      b: true\n    c: ${var.c}\n  EOT\n  ]', ['a.b=true', 'c=?']],
    ['what somebody else lists', 'values = var.values', ['?']],
    ['lists put together', 'values = concat([file("a.yaml")], var.values)', ['?']],
    ['null', 'values = null', []],
    [
      'set blocks',
      'set {\n name = "a.b"\n value = true\n}\nset {\n name = "c\\\\.d"\n value = var.x\n}',
      ['a.b=true', 'c.d=?'],
    ],
    ['a text by its type', 'set {\n name = "a"\n value = "1"\n type = "string"\n}', ['a=1']],
    [
      'set lists',
      'set = [{ name = "a.b", value = "true" }, { name = var.n, value = 1 }]',
      ['a.b=true', 'open'],
    ],
    [
      'set blocks that are worked out',
      'dynamic "set" {\n for_each = var.s\n content { name = set.key }\n}',
      ['open'],
    ],
    ['sets over values', 'set {\n name = "a"\n value = 1\n}\nvalues = [file("a.yaml")]', ['a.yaml', 'a=1']],
    ['secrets', 'set_sensitive {\n name = "a"\n value = var.a\n}', ['a=?']],
  ];
  for (const [title, attributes, merged] of forms) {
    it(`merges ${title}`, () => assert.deepEqual(mergedBy(release(attributes)), merged));
  }

  it('names chart and version, also by a local of the file', () => {
    const versions = ['"1.15.2"', 'local.version', '"${local.version}"', 'var.version'].map((version) =>
      factsIn(terraformCarrier, release(`version = ${version}`), '/repo/main.tf').flatMap((fact) =>
        fact.kind === 'deployment' ? [fact.version?.kind === 'text' ? fact.version.text : '?'] : [],
      ),
    );
    assert.deepEqual(versions, [['1.15.2'], ['1.16.4'], ['1.16.4'], ['?']]);
  });

  it('installs a chart in a folder, but none that is not told, and no other one of a repository', () => {
    const charts = ['"${path.module}/charts/cilium"', 'var.chart', '"istiod"'].map((chart) =>
      factsIn(terraformCarrier, release('', chart), '/repo/main.tf').flatMap((fact) =>
        fact.kind === 'deployment' && fact.chart?.kind === 'text' ? [fact.chart.text] : [],
      ),
    );
    assert.deepEqual(charts, [['charts/cilium'], [], []]);
  });

  it('may set anything where a directive decides on lines of its YAML', () => {
    const merged = mergedBy(release('values = [<<EOT\na: 1\n%{ if x }\nb: 2\n%{ endif }\nEOT\n]'));
    assert.deepEqual([merged[0], merged.at(-1)], ['a=1', 'open']);
  });

  it('is never written', () => {
    const change = { op: 'set', path: ['a'], value: true } as const;
    const result = terraformCarrier.write(release(''), { document: 0, path: ['set'] }, change);
    assert.deepEqual(result, { ok: false, reason: 'unsupported-layout' });
  });
});

describe('a namespace of Terraform', () => {
  it('takes part by its labels and annotations', () => {
    const text =
      'resource "kubernetes_namespace" "a" {\n  metadata {\n    name = "shop"\n    labels = {\n      "istio-injection" = "enabled"\n    }\n    annotations = { "linkerd.io/inject" = var.x }\n  }\n}\n';
    const facts = factsIn(terraformNamespaceReader, text, '/repo/main.tf').filter(
      ({ kind }) => kind === 'enrolment',
    );
    assert.deepEqual(
      facts.map(
        (fact) =>
          fact.kind === 'enrolment' && [
            fact.mesh,
            fact.namespace,
            text.slice(fact.span.start, fact.span.end),
          ],
      ),
      [['istio', 'shop', 'istio-injection" = "enabled"']],
    );
  });
});
