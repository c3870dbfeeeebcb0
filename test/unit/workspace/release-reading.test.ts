import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reading } from '../../../server/src/knowledge/reading.ts';
import { installedBy, originOf, readingOf } from '../../../server/src/workspace/release-reading.ts';
import { keyPath, layerOf, releaseOf } from '../../support/layers.ts';

const known = (value: string | number | boolean | null): Reading => ({ kind: 'known', value });
const unknown: Reading = { kind: 'unknown' };
const absent: Reading = { kind: 'absent' };

describe('readingOf', () => {
  const read = (key: string, ...layers: readonly string[]): Reading =>
    readingOf(releaseOf(layers.map((yaml) => layerOf(yaml))))(keyPath(key), 'helm');

  it('gives what is in force', () => {
    assert.deepEqual(
      read('kubeProxyReplacement', 'kubeProxyReplacement: false', 'kubeProxyReplacement: true'),
      known(true),
    );
    assert.deepEqual(read('socketLB.enabled', 'socketLB: { enabled: "${SOCKET_LB}" }'), unknown);
    assert.deepEqual(read('socketLB.enabled', 'kubeProxyReplacement: true'), absent);
  });

  it('gives null where a layer deletes the default', () => {
    assert.deepEqual(read('socketLB', 'socketLB: null'), known(null));
    assert.deepEqual(read('socketLB.enabled', 'socketLB: null'), known(null));
  });

  it('takes a map read as a whole for absent, and a scalar in its place for what it is', () => {
    assert.deepEqual(read('socketLB', 'socketLB: { enabled: true }'), absent);
    assert.deepEqual(read('socketLB', 'socketLB: true'), known(true));
  });

  it('reads the flags of extraConfig', () => {
    const yaml = 'extraConfig:\n  bpf-lb-sock-hostns-only: "true"';
    assert.deepEqual(read('extraConfig.bpf-lb-sock-hostns-only', yaml), known('true'));
  });

  it('answers a question a second time as before', () => {
    const ask = readingOf(releaseOf([layerOf('kubeProxyReplacement: strict')]));
    assert.deepEqual(ask(['kubeProxyReplacement'], 'helm'), known('strict'));
    assert.equal(ask(['kubeProxyReplacement'], 'helm'), ask(['kubeProxyReplacement'], 'helm'));
    assert.deepEqual(ask(['kubeProxyReplacement'], 'agent'), absent);
  });
});

describe('readingOf extraArgs', () => {
  const flag = '--bpf-lb-sock-hostns-only';
  const read = (...layers: readonly string[]): Reading =>
    readingOf(releaseOf(layers.map((yaml) => layerOf(yaml))))(['extraArgs', flag], 'helm');

  const stories: readonly (readonly [story: string, layers: readonly string[], wanted: Reading])[] = [
    ['reads an argument with a value', [`extraArgs: [${flag}=true]`], known('true')],
    ['reads an argument without a value as true', [`extraArgs:\n- ${flag}`], known(true)],
    ['hears the last of several', [`extraArgs: [${flag}=true, --debug, ${flag}=false]`], known('false')],
    ['does not take one flag for another', [`extraArgs: [${flag}-at-all=true]`], absent],
    [
      'takes the list of the highest layer alone',
      [`extraArgs: [${flag}=true]`, 'extraArgs: [--debug]'],
      absent,
    ],
    [
      'looks below a layer without a list',
      [`extraArgs: [${flag}=true]`, 'k8sServiceHost: 10.0.0.10'],
      known('true'),
    ],
    [
      'finds nothing where a layer deletes the list',
      [`extraArgs: [${flag}=true]`, 'extraArgs: null'],
      absent,
    ],
    [
      'does not know behind a templated argument',
      [`extraArgs: [${flag}=true, "{{ .Values.arguments }}"]`],
      unknown,
    ],
    [
      'knows before a templated argument',
      [`extraArgs: ["{{ .Values.arguments }}", ${flag}=true]`],
      known('true'),
    ],
    ['does not know a templated list', ['extraArgs: {{ toYaml .Values.arguments }}'], unknown],
    [
      'does not know what an open layer adds',
      [`extraArgs: [${flag}=true]`, '{{- toYaml .Values }}\ndebug: {}'],
      unknown,
    ],
    ['finds nothing without layers', [], absent],
  ];
  for (const [story, layers, wanted] of stories) {
    it(story, () => assert.deepEqual(read(...layers), wanted));
  }

  it('does not know what a template may append to the list', () => {
    assert.deepEqual(
      read(`extraArgs:\n- ${flag}=true\n{{- range .Values.arguments }}\n- {{ . }}\n{{- end }}`),
      unknown,
    );
  });
});

describe('installedBy', () => {
  const config = layerOf('kube-proxy-replacement: "true"', '/repo/cilium.yaml', {
    dialect: 'agent',
    carrier: 'cilium-config',
  });
  const values = layerOf('kubeProxyReplacement: true');

  it('is the chart as soon as a layer holds its values', () => {
    assert.equal(installedBy(releaseOf([values])), 'helm');
    assert.equal(installedBy(releaseOf([config, values])), 'helm');
  });

  it('is the agent alone where there is but its configuration', () => {
    assert.equal(installedBy(releaseOf([config])), 'agent');
  });
});

describe('originOf', () => {
  const base = layerOf('kubeProxyReplacement: true\nextraArgs: [--debug]', '/repo/base.yaml');
  const overlay = layerOf('socketLB: null', '/repo/overlay.yaml');
  const release = releaseOf([base, overlay]);
  const origin = (key: readonly string[]) => {
    const found = originOf(release, { path: key, dialect: 'helm' });
    return found === undefined ? undefined : [found.placed.uri, found.setting.path.join('.')];
  };

  it('is the layer and the key that decide', () => {
    assert.deepEqual(origin(['kubeProxyReplacement']), ['file:///repo/base.yaml', 'kubeProxyReplacement']);
  });

  it('is the parent that a layer deletes', () => {
    assert.deepEqual(origin(['socketLB', 'enabled']), ['file:///repo/overlay.yaml', 'socketLB']);
  });

  it('is the whole list for an argument of the agent', () => {
    assert.deepEqual(origin(['extraArgs', '--debug']), ['file:///repo/base.yaml', 'extraArgs']);
  });

  it('is nowhere for what no file says', () => {
    assert.equal(origin(['cni', 'exclusive']), undefined);
  });
});
