import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ciliumConfigCarrier } from '../../../server/src/carriers/cilium-config.ts';
import type { SettingsLayer } from '../../../server/src/facts/settings.ts';
import { only } from '../../support/only.ts';
import { factsIn } from '../../support/read.ts';

const layersIn = (text: string): readonly SettingsLayer[] =>
  factsIn(ciliumConfigCarrier, text).flatMap((fact) => (fact.kind === 'settings' ? [fact] : []));

const configMap = (data: string, { name = 'cilium-config', kind = 'ConfigMap', labels = '' } = {}): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: kube-system\n${labels}${data}`;

const replacement = 'data:\n  kube-proxy-replacement: "true"\n  bpf-lb-sock-hostns-only: "false"\n';

const agent = (image: string): string =>
  `apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: cilium\nspec:\n  template:\n    spec:\n      containers:\n      - name: cilium-agent\n        image: ${image}\n`;

describe('a cilium-config', () => {
  it('holds the flags of the agent, as text', () => {
    const layer = only(layersIn(configMap(replacement)));
    assert.deepEqual([layer.dialect, layer.address], ['agent', { document: 0, path: ['data'] }]);
    assert.deepEqual(
      layer.settings.map(({ path, value }) => [path, value]),
      [
        [['kube-proxy-replacement'], { kind: 'known', value: 'true' }],
        [['bpf-lb-sock-hostns-only'], { kind: 'known', value: 'false' }],
      ],
    );
  });

  it('may stand in any document', () => {
    const text = `${agent('quay.io/cilium/cilium:v1.16.4')}---\n${configMap(replacement)}`;
    assert.deepEqual(only(layersIn(text)).address, { document: 1, path: ['data'] });
  });

  const others: Readonly<Record<string, string>> = {
    'a ConfigMap of another name': configMap(replacement, { name: 'cilium-config-extra' }),
    'an object of another kind': configMap(replacement, { kind: 'Secret' }),
    'a ConfigMap without data': configMap(''),
    'a ConfigMap without a flag that matters': configMap('data:\n  cluster-name: core\n'),
    'a ConfigMap of templates alone': configMap('data:\n  {{- toYaml .Values.config | nindent 2 }}\n'),
    'no object at all': 'cilium-config: true\n',
  };
  for (const [what, text] of Object.entries(others)) {
    it(`is not ${what}`, () => assert.deepEqual(layersIn(text), []));
  }

  it('does not know a flag that a template writes', () => {
    const layer = only(layersIn(configMap('data:\n  kube-proxy-replacement: {{ .Values.kpr | quote }}\n')));
    assert.deepEqual(layer.settings[0]?.value, { kind: 'unknown', reason: 'template' });
  });
});

describe('the version that a cilium-config was rendered from', () => {
  const versionIn = (text: string): string | undefined => {
    const { version } = only(layersIn(text)).chart;
    return version === undefined || version === 'unknown'
      ? version
      : `${version.text} at ${text.slice(version.span.start, version.span.end)}`;
  };

  it('stands in its label', () => {
    const labels = '  labels:\n    app.kubernetes.io/version: 1.16.4\n';
    assert.equal(versionIn(configMap(replacement, { labels })), '1.16.4 at 1.16.4');
  });

  it('is that of the agent in the same file, before or behind', () => {
    const image = 'quay.io/cilium/cilium:v1.16.4@sha256:4c6e';
    assert.equal(versionIn(`${configMap(replacement)}---\n${agent(image)}`), `${image} at ${image}`);
    assert.equal(versionIn(`${agent(`"${image}"`)}---\n${configMap(replacement)}`), `${image} at "${image}"`);
  });

  it('is not that of another image, nor of a template', () => {
    assert.equal(
      versionIn(`${configMap(replacement)}---\n${agent('quay.io/cilium/operator-generic:v1.16.4')}`),
      undefined,
    );
    assert.equal(
      versionIn(`${configMap(replacement)}---\n${agent('"quay.io/cilium/cilium:{{ .Values.tag }}"')}`),
      undefined,
    );
    assert.equal(
      versionIn(`${configMap(replacement)}---\n${agent('quay.io/cilium/cilium:latest')}`),
      undefined,
    );
  });
});
