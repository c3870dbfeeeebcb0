import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flattenSettings, type FlatSettings } from '../../../server/src/carriers/flatten.ts';
import type { SettingValue } from '../../../server/src/facts/settings.ts';
import { parseYaml } from '../../../server/src/yaml/parse.ts';

const flat = (yaml: string): FlatSettings => {
  const root = parseYaml(yaml).documents[0]?.root;
  assert.ok(root?.kind === 'map');
  return flattenSettings(root);
};

/** A value in short: `true`, `"strict"`, `{}`, `{…}` for an open map, `[1, 2]`, `?` for what is unknown. */
const short = (value: SettingValue): string => {
  switch (value.kind) {
    case 'known':
      return JSON.stringify(value.value);
    case 'unknown':
      return '?';
    case 'map':
      return value.open ? '{…}' : '{}';
    case 'list':
      return `[${value.items.map(short).join(', ')}]`;
  }
};

const settings = (yaml: string): readonly string[] =>
  flat(yaml).settings.map(({ path, value }) => `${path.join(' > ')} = ${short(value)}`);

describe('flattenSettings', () => {
  const stories: readonly (readonly [story: string, yaml: string, wanted: readonly string[]])[] = [
    [
      'lists parents before their members, in file order',
      'socketLB:\n  enabled: false\nbpf: { masquerade: true }\n',
      ['socketLB = {}', 'socketLB > enabled = false', 'bpf = {}', 'bpf > masquerade = true'],
    ],
    [
      'reads scalars as Helm does',
      'a: yes\nb: "yes"\nc: 1.10\nd: ~\ne:\nf: strict\n',
      ['a = true', 'b = "yes"', 'c = 1.1', 'd = null', 'e = null', 'f = "strict"'],
    ],
    ['keeps lists of scalars', 'extraArgs: [--debug, 3]\n', ['extraArgs = ["--debug", 3]']],
    ['keeps of deeper items what they are', 'a:\n- { b: 1 }\n- [1, 2]\n', ['a = [{}, []]']],
    ['knows nothing of what a template writes', 'a: "{{ .x }}"\nb: ${B}\n', ['a = ?', 'b = ?']],
    ['takes the last of equal keys', 'a: 1\nb: 2\na: 3\n', ['a = 3', 'b = 2']],
    ['takes the last of equal maps whole', 'a: { b: 1 }\na: { c: 2 }\n', ['a = {}', 'a > c = 2']],
    ['follows aliases', 'a: &a { b: 1 }\nc: *a\n', ['a = {}', 'a > b = 1', 'c = {}', 'c > b = 1']],
    ['does not know an alias without an anchor', 'a: *nowhere\n', ['a = ?']],
    [
      'follows merges',
      'a: &a { b: 1 }\nc:\n  <<: *a\n  d: 2\n',
      ['a = {}', 'a > b = 1', 'c = {}', 'c > b = 1', 'c > d = 2'],
    ],
    ['keeps keys with dots as one', 'a.b: { c.d: 1 }\n', ['a.b = {}', 'a.b > c.d = 1']],
    ['finds nothing in an empty map', '{}\n', []],
  ];
  for (const [story, yaml, wanted] of stories) {
    it(story, () => assert.deepEqual(settings(yaml), wanted));
  }

  it('gives the places of keys and of values, those of the anchor for what is shared', () => {
    const yaml = 'base: &base\n  enabled: true\nsocketLB: *base\n';
    const places = flat(yaml).settings.map(({ keySpan, valueSpan }) => [
      yaml.slice(keySpan.start, keySpan.end),
      yaml.slice(valueSpan.start, valueSpan.end),
    ]);
    assert.deepEqual(places, [
      ['base', 'enabled: true'],
      ['enabled', 'true'],
      ['socketLB', '*base'],
      ['enabled', 'true'],
    ]);
  });
});

describe('what a template may add', () => {
  it('leaves the whole layer open at the root', () => {
    assert.equal(flat('{{- toYaml .Values }}\na: 1\n').open, true);
    assert.equal(flat('a: 1\n').open, false);
  });

  it('leaves a map open inside', () => {
    const yaml = 'a:\n  {{- toYaml .Values.a | nindent 2 }}\n  b: 1\n';
    assert.deepEqual(settings(yaml), ['a = {…}', 'a > b = 1']);
  });

  it('leaves a map open that merges what nobody can read', () => {
    assert.deepEqual(settings('a:\n  <<: "{{ .Values.a }}"\n  b: 1\n'), ['a = {…}', 'a > b = 1']);
    assert.equal(flat('<<: *nowhere\na: 1\n').open, true);
    assert.equal(flat('base: &base { b: 1 }\n<<: [*base, *nowhere]\n').open, true);
    assert.equal(flat('base: &base { b: 1 }\n<<: *base\n').open, false);
  });
});

describe('bounds', () => {
  it('cut a file with more settings than anybody writes, and leave it open', () => {
    const wide = Array.from({ length: 20_001 }, (_, index) => `key${index}: 1\n`).join('');
    const { settings: found, open } = flat(wide);
    assert.equal(found.length, 20_000);
    assert.equal(open, true);
  });

  it('cut a file that nests deeper than anybody writes, and leave it open', () => {
    const deep = `${Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')}${' '.repeat(60)}b: 1\n`;
    const { settings: found, open } = flat(deep);
    assert.equal(found.length, 40);
    assert.equal(open, true);
  });

  it('stop aliases of aliases', () => {
    const names = Array.from('abcdefghij');
    const bomb = names
      .map((name, index) => {
        const members = names.map(
          (member) => `${member}: ${index === 0 ? '1' : `*${names[index - 1] ?? ''}`}`,
        );
        return `${name}: &${name} { ${members.join(', ')} }\n`;
      })
      .join('');
    assert.equal(flat(bomb).settings.length, 20_000);
  });
});
