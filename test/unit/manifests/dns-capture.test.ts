import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dnsCaptureReader } from '../../../server/src/manifests/dns-capture.ts';
import { factsIn } from '../../support/read.ts';

const switches = (text: string): readonly string[] =>
  factsIn(dnsCaptureReader, text).map((fact) => text.slice(fact.span.start, fact.span.end));

const on = ['ISTIO_META_DNS_CAPTURE: "true"'];

describe('dnsCaptureReader', () => {
  const forms: Readonly<Record<string, string>> = {
    'an IstioOperator':
      'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n  meshConfig:\n    defaultConfig:\n      proxyMetadata:\n        ISTIO_META_DNS_CAPTURE: "true"\n',
    'values of istiod':
      'meshConfig:\n  defaultConfig:\n    proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" }\n',
    'a ProxyConfig in a list':
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: networking.istio.io/v1beta1\n  kind: ProxyConfig\n  spec:\n    environmentVariables:\n      ISTIO_META_DNS_CAPTURE: "true"\n',
    'the annotation of a pod':
      'metadata:\n  annotations:\n    proxy.istio.io/config: |\n      proxyMetadata:\n        ISTIO_META_DNS_CAPTURE: "true"\n',
    'the ConfigMap of the mesh':
      'kind: ConfigMap\ndata:\n  mesh: |-\n    defaultConfig:\n      proxyMetadata:\n        ISTIO_META_DNS_CAPTURE: "true"\n',
    'a second document': 'a: 1\n---\nproxyMetadata:\n  ISTIO_META_DNS_CAPTURE: "true"\n',
  };
  for (const [form, text] of Object.entries(forms)) {
    it(`finds the switch in ${form}`, () => assert.deepEqual(switches(text), on));
  }

  it('finds the switch among the variables of a container', () => {
    const variable = (value: string) => `env:\n- name: ISTIO_META_DNS_CAPTURE\n  value: ${value}\n`;
    assert.deepEqual(switches(variable('"true"')), ['name: ISTIO_META_DNS_CAPTURE\n  value: "true"']);
    assert.deepEqual(switches(variable('"false"')), []);
    assert.deepEqual(switches('env:\n- name: OTHER # ISTIO_META_DNS_CAPTURE\n  value: "true"\n'), []);
  });

  it('takes the switch of a single ambient pod for a sign of the mesh and no more', () => {
    const annotated = (value: string) => `annotations:\n  ambient.istio.io/dns-capture: ${value}\n`;
    assert.deepEqual(
      factsIn(dnsCaptureReader, annotated('"true"')).map((fact) => fact.kind === 'mesh-sign' && fact.trait),
      [undefined],
    );
    assert.deepEqual(switches(annotated('"false"')), []);
  });

  it('takes a bare true as well', () => {
    assert.deepEqual(switches('proxyMetadata:\n  ISTIO_META_DNS_CAPTURE: true\n'), [
      'ISTIO_META_DNS_CAPTURE: true',
    ]);
  });

  const silent: Readonly<Record<string, string>> = {
    'is off': 'proxyMetadata:\n  ISTIO_META_DNS_CAPTURE: "false"\n',
    'only a template knows': 'proxyMetadata:\n  ISTIO_META_DNS_CAPTURE: "{{ .Values.capture }}"\n',
    'stands in a comment': '# ISTIO_META_DNS_CAPTURE: "true"\n',
    'has another name': 'proxyMetadata:\n  ISTIO_META_DNS_CAPTURE_ALL: "true"\n',
    'stands in a text that is no configuration': 'note: set ISTIO_META_DNS_CAPTURE to true\n',
    'is a map': 'proxyMetadata:\n  ISTIO_META_DNS_CAPTURE: { enabled: true }\n',
  };
  for (const [story, text] of Object.entries(silent)) {
    it(`is silent where it ${story}`, () => assert.deepEqual(switches(text), []));
  }
});
