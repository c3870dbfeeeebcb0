import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { effectiveValue, keyLocation, settingAt } from '../../../server/src/workspace/effective.ts';
import { inShort, keyPath, layerOf } from '../../support/layers.ts';

/** What layers, lowest first, say at a key; the layers stand in `/1`, `/2` and so on. */
const effective = (key: string, ...layers: readonly string[]): string =>
  inShort(
    effectiveValue(
      layers.map((yaml, index) => layerOf(yaml, `/${index + 1}`)),
      keyPath(key),
    ),
  );

const socketLb = 'socketLB.hostNamespaceOnly';

describe('effectiveValue merges layers as Helm does', () => {
  const stories: readonly (readonly [
    story: string,
    key: string,
    layers: readonly string[],
    wanted: string,
  ])[] = [
    [
      'a later layer wins',
      socketLb,
      ['socketLB: { hostNamespaceOnly: false }', 'socketLB: { hostNamespaceOnly: true }'],
      'true from /2',
    ],
    [
      'a layer that is silent lets the one below speak',
      socketLb,
      ['socketLB: { hostNamespaceOnly: true }', 'k8sServiceHost: 10.0.0.10'],
      'true from /1',
    ],
    [
      'maps merge key by key',
      socketLb,
      ['socketLB: { hostNamespaceOnly: true }', 'socketLB: { enabled: true }'],
      'true from /1',
    ],
    [
      'an empty map takes nothing away',
      socketLb,
      ['socketLB: { hostNamespaceOnly: true }', 'socketLB: {}'],
      'true from /1',
    ],
    [
      'null deletes the key itself',
      socketLb,
      ['socketLB: { hostNamespaceOnly: true }', 'socketLB: { hostNamespaceOnly: null }'],
      'null from /2',
    ],
    [
      'null deletes a whole map',
      socketLb,
      ['socketLB: { hostNamespaceOnly: true }', 'socketLB: null'],
      'null from /2',
    ],
    [
      'a key without a value is null',
      socketLb,
      ['socketLB: { hostNamespaceOnly: true }', 'socketLB:\n'],
      'null from /2',
    ],
    [
      'a map comes back after it was deleted',
      socketLb,
      ['socketLB: null', 'socketLB: { hostNamespaceOnly: true }'],
      'true from /2',
    ],
    [
      'a scalar hides the map below it',
      socketLb,
      ['socketLB: { hostNamespaceOnly: true }', 'socketLB: true'],
      'absent',
    ],
    [
      'a list hides the map below it',
      socketLb,
      ['socketLB: { hostNamespaceOnly: true }', 'socketLB: [on]'],
      'absent',
    ],
    [
      'a map stands above a scalar',
      socketLb,
      ['socketLB: true', 'socketLB: { hostNamespaceOnly: true }'],
      'true from /2',
    ],
    ['a map is no scalar', 'socketLB', ['socketLB: { enabled: true }'], 'structure from /1'],
    ['a list is no scalar', 'extraArgs', ['extraArgs: [--debug]'], 'structure from /1'],
    ['what nobody says is absent', socketLb, ['k8sServiceHost: 10.0.0.10'], 'absent'],
    ['no layers say nothing', socketLb, [], 'absent'],
  ];
  for (const [story, key, layers, wanted] of stories) {
    it(story, () => assert.equal(effective(key, ...layers), wanted));
  }
});

describe('effectiveValue reads one layer as Helm does', () => {
  const stories: readonly (readonly [story: string, yaml: string, wanted: string])[] = [
    [
      'the last of equal keys wins',
      'kubeProxyReplacement: false\nkubeProxyReplacement: true',
      'true from /1',
    ],
    ['yes is a boolean', 'kubeProxyReplacement: yes', 'true from /1'],
    ['quoted words are text', 'kubeProxyReplacement: "yes"', '"yes" from /1'],
    ['strict is text', 'kubeProxyReplacement: strict', '"strict" from /1'],
    ['an alias stands for its anchor', 'kpr: &kpr true\nkubeProxyReplacement: *kpr', 'true from /1'],
    ['a merge brings keys', 'base: &base { kubeProxyReplacement: true }\n<<: *base', 'true from /1'],
  ];
  for (const [story, yaml, wanted] of stories) {
    it(story, () => assert.equal(effective('kubeProxyReplacement', yaml), wanted));
  }

  it('takes the second of two equal maps whole', () => {
    assert.equal(
      effective(socketLb, 'socketLB: { hostNamespaceOnly: true }\nsocketLB: { enabled: true }'),
      'absent',
    );
  });
});

describe('effectiveValue does not guess', () => {
  const stories: readonly (readonly [story: string, layers: readonly string[], wanted: string])[] = [
    ['a template decides', ['socketLB: { hostNamespaceOnly: "{{ .Values.x }}" }'], 'unknown from /1'],
    ['a substitution decides', ['socketLB: { hostNamespaceOnly: "${HOST_ONLY}" }'], 'unknown from /1'],
    [
      'an encrypted value decides',
      ['socketLB:\n  hostNamespaceOnly: ENC[AES256_GCM,data:x,type:bool]'],
      'unknown from /1',
    ],
    ['a template writes the whole map', ['socketLB: {{ toYaml .Values.socketLB }}'], 'unknown from /1'],
    [
      'a template may add to the map',
      ['socketLB:\n  {{- toYaml .Values.socketLB | nindent 2 }}\n  enabled: true'],
      'unknown',
    ],
    [
      'a template may add to the file',
      ['{{- toYaml .Values.cilium }}\nkubeProxyReplacement: true'],
      'unknown',
    ],
    [
      'an open layer hides the one below',
      ['socketLB: { hostNamespaceOnly: true }', '{{- toYaml .Values }}\nk8sServiceHost: 10.0.0.10'],
      'unknown',
    ],
    [
      'an unknown layer is hidden by the one above',
      ['socketLB: { hostNamespaceOnly: "${X}" }', 'socketLB: { hostNamespaceOnly: true }'],
      'true from /2',
    ],
  ];
  for (const [story, layers, wanted] of stories) {
    it(`where ${story}`, () => assert.equal(effective(socketLb, ...layers), wanted));
  }
});

describe('effectiveValue', () => {
  it('hears only layers of the dialect that is asked for', () => {
    const layers = [
      layerOf('kube-proxy-replacement: "true"', '/config', { dialect: 'agent', carrier: 'cilium-config' }),
      layerOf('kubeProxyReplacement: false', '/values'),
    ];
    assert.equal(inShort(effectiveValue(layers, ['kube-proxy-replacement'], 'agent')), '"true" from /config');
    assert.equal(inShort(effectiveValue(layers, ['kube-proxy-replacement'])), 'absent');
  });

  it('tells keys with dots from paths', () => {
    const layers = [layerOf('socketLB.hostNamespaceOnly: true', '/values')];
    assert.equal(inShort(effectiveValue(layers, keyPath(socketLb))), 'absent');
    assert.equal(inShort(effectiveValue(layers, [socketLb])), 'true from /values');
  });

  it('points at the key that decides', () => {
    const yaml = 'socketLB:\n  hostNamespaceOnly: true\n';
    const found = effectiveValue([layerOf(yaml)], keyPath(socketLb));
    assert.ok(found.kind === 'known');
    const { uri, span } = keyLocation(found.origin);
    assert.equal(uri, 'file:///repo/values.yaml');
    assert.equal(yaml.slice(span.start, span.end), 'hostNamespaceOnly');
  });
});

describe('settingAt', () => {
  it('finds a setting of one layer', () => {
    const { layer } = layerOf('bpf: { masquerade: true }');
    assert.deepEqual(settingAt(layer, ['bpf', 'masquerade'])?.value, { kind: 'known', value: true });
    assert.deepEqual(settingAt(layer, ['bpf'])?.value, { kind: 'map', open: false });
    assert.equal(settingAt(layer, ['bpf', 'tproxy']), undefined);
  });
});
