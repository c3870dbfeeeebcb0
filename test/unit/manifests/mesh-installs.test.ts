import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meshInstallReader } from '../../../server/src/manifests/mesh-installs.ts';
import { factsIn } from '../../support/read.ts';

const installs = (text: string): readonly string[] =>
  factsIn(meshInstallReader, text).flatMap((fact) => {
    if (fact.kind !== 'mesh-install') return [];
    const at = fact.key === undefined ? '' : ` (${fact.key}: ${text.slice(fact.span.start, fact.span.end)})`;
    return [`${fact.mesh} ${fact.component} by ${fact.via}${at}`];
  });

const object = (apiVersion: string, kind: string, spec = ''): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: mesh\n  namespace: istio-system\n${spec}`;
const operator = (spec: string): string => object('install.istio.io/v1alpha1', 'IstioOperator', spec);

describe('meshInstallReader', () => {
  const plane = 'istio control-plane by IstioOperator mesh';
  const operators: Readonly<Record<string, readonly string[]>> = {
    'spec: {}': [plane],
    'spec:\n  profile: ambient': [
      plane,
      'istio cni-plugin by IstioOperator mesh (spec.profile: profile)',
      'istio node-proxy by IstioOperator mesh (spec.profile: profile)',
    ],
    'spec:\n  components:\n    cni:\n      enabled: true': [
      plane,
      'istio cni-plugin by IstioOperator mesh (spec.components.cni.enabled: enabled)',
    ],
    'spec:\n  profile: ambient\n  components:\n    cni:\n      enabled: false': [
      plane,
      'istio node-proxy by IstioOperator mesh (spec.profile: profile)',
    ],
    'spec:\n  profile: openshift-ambient': [
      plane,
      'istio unchained-cni-plugin by IstioOperator mesh (spec.profile: profile)',
      'istio node-proxy by IstioOperator mesh (spec.profile: profile)',
    ],
    'spec:\n  components:\n    cni:\n      enabled: true\n  values:\n    cni:\n      provider: multus': [
      plane,
      'istio unchained-cni-plugin by IstioOperator mesh (spec.values.cni.provider: provider)',
    ],
    'spec:\n  components:\n    cni:\n      enabled: ${CNI}': [plane],
    'spec:\n  components: ${COMPONENTS}': [plane],
    'spec:\n  values:\n    sidecarInjectorWebhook:\n      enableNamespacesByDefault: true': [
      plane,
      'istio injects-everywhere by IstioOperator mesh (spec.values.sidecarInjectorWebhook.enableNamespacesByDefault: enableNamespacesByDefault)',
    ],
  };
  for (const [spec, parts] of Object.entries(operators)) {
    it(`reads an IstioOperator: ${spec.replaceAll('\n', ' ')}`, () =>
      assert.deepEqual(installs(operator(`${spec}\n`)), parts));
  }

  it('reads the resources of other operators', () => {
    assert.deepEqual(installs(object('sailoperator.io/v1', 'IstioCNI')), [
      'istio cni-plugin by IstioCNI mesh',
    ]);
    assert.deepEqual(
      installs(
        object('sailoperator.io/v1', 'IstioCNI', 'spec:\n  values:\n    cni:\n      chained: false\n'),
      ),
      ['istio unchained-cni-plugin by IstioCNI mesh (spec.values.cni.chained: chained)'],
    );
    assert.deepEqual(installs(object('sailoperator.io/v1alpha1', 'ZTunnel')), [
      'istio node-proxy by ZTunnel mesh',
    ]);
    assert.deepEqual(installs(object('maistra.io/v2', 'ServiceMeshControlPlane')), [
      'istio control-plane by ServiceMeshControlPlane mesh',
      'istio unchained-cni-plugin by ServiceMeshControlPlane mesh',
    ]);
    assert.deepEqual(installs(object('operator.tigera.io/v1', 'Istio')), [
      'istio control-plane by Istio mesh',
      'istio cni-plugin by Istio mesh',
      'istio node-proxy by Istio mesh',
    ]);
    assert.deepEqual(installs(object('networking.istio.io/v1', 'VirtualService')), []);
  });

  it('knows the DaemonSets of rendered charts by their names', () => {
    const daemonSet = (name: string): string =>
      `apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: ${name}\nspec: {}\n`;
    assert.deepEqual(installs(daemonSet('istio-cni-node')), ['istio cni-plugin by DaemonSet istio-cni-node']);
    assert.deepEqual(installs(daemonSet('linkerd-cni')), ['linkerd cni-plugin by DaemonSet linkerd-cni']);
    assert.deepEqual(installs(daemonSet('fluentd')), []);
    assert.deepEqual(installs(daemonSet('ztunnel').replace('DaemonSet', 'Deployment')), []);
  });
});
