import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskTemplates } from '../../../server/src/yaml/mask.ts';
import { parseYaml } from '../../../server/src/yaml/parse.ts';
import { onlyOutline } from './outline.ts';

/** A text with templates and what remains known of it. */
const texts: readonly (readonly [name: string, text: string, expected: unknown])[] = [
  ['a value is unknown', 'a: {{ .x }}\nb: 1\n', { a: '?template', b: 1 }],
  ['a quoted value is unknown', 'a: "{{ .x }}"\nb: "x"\n', { a: '?template', b: 'x' }],
  ['a part of a value makes it unknown', 'a: {{ .x }}:{{ .y }}-z\n', { a: '?template' }],
  ['a value on the next line is unknown', 'a:\n  {{ .x }}\nb: 1\n', { a: '?template', b: 1 }],
  ['an item is unknown', 'a:\n  - {{ .x }}\n  - z\n', { a: ['?template', 'z'] }],
  ['a choice within a value makes it unknown', 'a: {{ if .x }}1{{ else }}2{{ end }}\n', { a: '?template' }],
  [
    'a choice between quoted values is unknown',
    'a: {{ if .x }} "1" {{ else }} {{ .y }} {{ end }}\n',
    { a: '?template' },
  ],
  ['a key opens its map', '{{ .k }}: 1\nb: 2\n', { '{{ .k }}': 1, b: 2, '…': '…' }],
  [
    'a condition makes its keys unknown and opens their map',
    '{{- if .x }}\na: 1\n{{- else }}\na: 2\n{{- end }}\nb: 3\n',
    { a: '?template!', b: 3, '…': '…' },
  ],
  [
    'a condition deep down does not open the maps above',
    'a:\n  b:\n    {{- with .x }}\n    c: 1\n    {{- end }}\n    d: 2\ne: 3\n',
    { a: { b: { c: '?template!', d: 2, '…': '…' } }, e: 3 },
  ],
  [
    'a loop opens its list',
    'a:\n  - x\n  {{- range .y }}\n  - {{ . }}\n  {{- end }}\n',
    { a: ['x', '?template!', '…'] },
  ],
  [
    'conditions within conditions end with the outermost',
    '{{ if .x }}\na: 1\n{{ if .y }}\nb: 2\n{{ end }}\nc: 3\n{{ end }}\nd: 4\n',
    { a: '?template!', b: '?template!', c: '?template!', d: 4, '…': '…' },
  ],
  [
    'a condition that is not closed goes on to the end',
    'a: 1\n{{ if .x }}\nb: 2\n',
    { a: 1, b: '?template!', '…': '…' },
  ],
  [
    'a whole line that writes opens the map in its column',
    'm:\n  labels:\n    a: 1\n    {{- include "x" . | nindent 4 }}\ns: 2\n',
    { m: { labels: { a: 1, '…': '…' } }, s: 2 },
  ],
  [
    'a whole line below an empty key is its value',
    'm:\n  labels:\n    {{- include "x" . | nindent 4 }}\ns: 2\n',
    { m: { labels: '?template' }, s: 2 },
  ],
  [
    'nindent says whose line it is',
    'm:\n  a: 1\n{{ toYaml .x | indent 2 }}\ns: 2\n',
    { m: { a: 1, '…': '…' }, s: 2 },
  ],
  ['a line in the first column opens the root', '{{ include "x" . }}\ns: 2\n', { s: 2, '…': '…' }],
  [
    'a line in the column of a list may add to both',
    'a:\n- x\n{{ include "y" . }}\n',
    { a: ['x', '…'], '…': '…' },
  ],
  [
    'lines written behind a key are its value',
    'k: {{ toYaml .x | nindent 4 }}\nz: 1\n',
    { k: '?template', z: 1 },
  ],
  [
    'lines written behind a dash open the item',
    'e:\n  - {{ toYaml .x | nindent 4 }}\n    p: q\nz: 1\n',
    { e: [{ p: 'q', '…': '…' }], z: 1 },
  ],
  ['a document that is all template is unknown', '{{ include "x" . }}\n', '?template'],
  ['assignments and comments say nothing', '{{- $x := 1 }}\n{{/* a: }} */}}\na: 1\n', { a: 1 }],
  [
    'definitions are no part of the document',
    '{{- define "x" }}\nfoo: bar\n  bad: [\n{{- end }}\na: 1\n',
    { a: 1 },
  ],
  ['a block scalar is unknown', 'a: |\n  x\n  {{ .y }}\nb: 1\n', { a: '?template', b: 1 }],
  [
    'a condition in the first column stays in its block scalar',
    'a: |\n{{- if .x }}\n  y\n{{- end }}\n  z\nb: 1\n',
    { a: '?template', b: 1 },
  ],
  [
    'the first line of a block scalar gives its column',
    'a: |-\n  {% if x -%}\n      y\n  {%- endif %}\nb: 1\n',
    { a: '?template', b: 1 },
  ],
  [
    'a condition may hold a value',
    'a: {{- if .x }}\n  b: 1\n{{- end }}\nc: 2\n',
    { a: { b: '?template!', '…': '…' }, c: 2 },
  ],
  ['a comment behind a template stays one', 'a: 1\n{{- end }} # b: c\nd: 2\n', { a: 1, d: 2 }],
  ['a template in a comment says nothing', '# {{ if .x }}\na: 1\n', { a: 1 }],
  [
    'braces in strings do not end a template',
    'a: {{ printf "%s}}" .x }}\nb: {{ `}}` }}\nc: 1\n',
    { a: '?template', b: '?template', c: 1 },
  ],
  ['quotes that YAML escapes are quotes', 'a: "{{ printf \\"%s\\" .x }}"\nb: 1\n', { a: '?template', b: 1 }],
  ['a template may have several lines', 'a: {{ list\n  1 2 }}\nb: 1\n', { a: '?template', b: 1 }],
  [
    'Jinja decides as Go does',
    '{% if x %}\na: 1\n{% elif y %}\na: 2\n{% endif %}\nb: {{ end_time }}\nc: 3\n{# d: 4 #}\n',
    { a: '?template!', b: '?template', c: 3, '…': '…' },
  ],
  [
    'ApplicationSet placeholders are templates',
    'a: {{name}}\nb: "{{path.basename}}"\n',
    { a: '?template', b: '?template' },
  ],
];

describe('In a text with templates', () => {
  for (const [name, text, expected] of texts) {
    it(name, () => {
      assert.deepEqual(onlyOutline(text), expected);
      assert.deepEqual(
        parseYaml(text).documents.flatMap(({ problems }) => problems),
        [],
      );
    });
  }

  it('the text of an unknown scalar is its source', () => {
    const root = parseYaml('a: "x-{{ printf "y" }}"\n').documents[0]?.root;
    assert.equal(
      root?.kind === 'map' && root.entries[0]?.value.kind === 'scalar' && root.entries[0].value.text,
      'x-{{ printf "y" }}',
    );
  });

  it('aliases of marked nodes point to marked nodes', () => {
    const root = parseYaml('{{ if .x }}\na: &a 1\n{{ end }}\nb: *a\n').documents[0]?.root;
    const alias = root?.kind === 'map' ? root.entries[1]?.value : undefined;
    assert.equal(
      alias?.kind === 'alias' && alias.target?.kind === 'scalar' && alias.target.value.kind,
      'unknown',
    );
  });

  it('every template is masked in place', () => {
    const text = 'a: {{ .x }}\n  {{- if .y }}\nb: "{{ .z }}"\n';
    const mask = maskTemplates(text);
    assert.ok(mask);
    assert.equal(mask.text.length, text.length);
    assert.equal(mask.text.includes('{{'), false);
    assert.equal(mask.text.indexOf('b:'), text.indexOf('b:'));
  });

  it('an opening without an end is left alone', () => {
    assert.equal(maskTemplates('a: "{{"\nb: 1\n'), undefined);
  });

  it('thousands of templates in one line take little time', () => {
    for (const part of ['{{ x }} ', '{{ "', '{{ "}}', '{{ ` }} ', '{% if ', "{{ ' "]) {
      const start = performance.now();
      parseYaml(`a: '${part.replaceAll("'", "''").repeat(20_000)}'\n`);
      assert.ok(performance.now() - start < 2000, part);
    }
  });
});
