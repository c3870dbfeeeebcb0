import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeVersions } from '../../../../server/src/knowledge/versions.ts';
import { bypassesIn } from '../../../../server/src/rules/socket-lb-bypasses-mesh/detect.ts';
import { below, ciliumChart, umbrellaChart } from '../../../support/charts.ts';
import { pathOf } from '../../../support/uris.ts';
import { workspaceOf } from '../../../support/workspace.ts';

/** Each bypass: where it stands, in which versions, and `?` where others are not concerned. */
const bypasses = (files: Readonly<Record<string, string>>): readonly string[] => {
  const { clusters, textAt } = workspaceOf(files);
  return clusters.flatMap(bypassesIn).map(({ bypass: { at, inPods, certain } }) => {
    const name = pathOf(at.uri).replace('/repo/', '');
    return `${textAt(at)} in ${name}, ${describeVersions(inPods)}${certain ? '' : '?'}`;
  });
};

const inValues = (values: string): readonly string[] => bypasses({ '/repo/values.yaml': values });

const pinned = (version: string, values: string): readonly string[] =>
  bypasses({ '/repo/Chart.yaml': umbrellaChart(version), '/repo/values.yaml': below('cilium', values) });

describe('a bypass stands on the key that turns the socket load balancer on', () => {
  it('be it the replacement of kube-proxy', () => {
    assert.deepEqual(inValues('k8sServiceHost: 10.0.0.10\nkubeProxyReplacement: true\n'), [
      'kubeProxyReplacement in values.yaml, 1.14 to 1.20',
    ]);
  });

  it('be it the socket load balancer alone', () => {
    assert.deepEqual(pinned('1.16.4', 'socketLB:\n  enabled: true\n'), ['enabled in values.yaml, 1.16.4']);
  });

  it('be it a setting that brings an old default back', () => {
    assert.deepEqual(pinned('1.12.19', 'upgradeCompatibility: "1.9"\ntunnelProtocol: vxlan\n'), [
      'upgradeCompatibility in values.yaml, 1.12.19',
    ]);
  });

  it('in the layer that decides', () => {
    const files = {
      '/repo/values.yaml': 'kubeProxyReplacement: false\n',
      '/repo/values-prod.yaml': 'kubeProxyReplacement: true\n',
    };
    assert.deepEqual(bypasses(files), ['kubeProxyReplacement in values-prod.yaml, 1.14 to 1.20']);
  });

  it('in the argument of a command', () => {
    const script = 'helm install cilium cilium/cilium --version 1.16.4 --set kubeProxyReplacement=true\n';
    assert.deepEqual(bypasses({ '/repo/install.sh': script }), [
      'kubeProxyReplacement in install.sh, 1.16.4',
    ]);
  });

  it('in the configuration of the agent', () => {
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cilium-config\ndata:\n  bpf-lb-sock: "false"\n  kube-proxy-replacement: "true"\n';
    assert.deepEqual(bypasses({ '/repo/cilium.yaml': config }), [
      'kube-proxy-replacement in cilium.yaml, 1.14 to 1.20',
    ]);
  });
});

describe("a bypass that no key of one's own turns on", () => {
  it('stands on the first key of the values, for a version that does it by default', () => {
    assert.deepEqual(pinned('1.9.18', 'tunnel: vxlan\nhubble: { relay: { enabled: true } }\n'), [
      'tunnel in values.yaml, 1.9.18',
    ]);
  });

  it('stands there as well for a vendored chart with another default', () => {
    const files = {
      '/repo/Chart.yaml': umbrellaChart('1.16.4'),
      '/repo/values.yaml': below('cilium', 'cni:\n  exclusive: false\n'),
      '/repo/charts/cilium/Chart.yaml': ciliumChart('1.16.4'),
      '/repo/charts/cilium/values.yaml': 'kubeProxyReplacement: "true"\n',
    };
    assert.deepEqual(bypasses(files), ['cni in values.yaml, 1.16.4']);
  });

  it('is none where nothing says that the version is one of those', () => {
    assert.deepEqual(inValues('hubble:\n  relay:\n    enabled: true\n'), []);
  });
});

describe('a bypass in some versions', () => {
  it('counts those where a key turns it on, if nothing names a version', () => {
    assert.deepEqual(inValues('socketLB:\n  enabled: true\n'), ['enabled in values.yaml, 1.14 to 1.20?']);
  });

  it('is uncertain where others mend themselves', () => {
    assert.deepEqual(pinned('">=1.19.0"', 'kubeProxyReplacement: true\ngatewayAPI:\n  enabled: true\n'), [
      'kubeProxyReplacement in values.yaml, 1.19?',
    ]);
  });

  it('is certain in spite of versions that refuse these values', () => {
    assert.deepEqual(pinned('">=1.15.0"', 'kubeProxyReplacement: strict\n'), [
      'kubeProxyReplacement in values.yaml, 1.15',
    ]);
  });
});

describe('there is no bypass', () => {
  const silent: Readonly<Record<string, string>> = {
    'where kube-proxy is not replaced': 'kubeProxyReplacement: false\nk8sServiceHost: 10.0.0.10\n',
    'where it works for the host alone':
      'kubeProxyReplacement: true\nsocketLB: { hostNamespaceOnly: true }\n',
    'where a flag of the agent says so':
      'kubeProxyReplacement: true\nextraConfig: { bpf-lb-sock-hostns-only: "true" }\n',
    'where an argument of the agent says so':
      'kubeProxyReplacement: true\nextraArgs: [--bpf-lb-sock-hostns-only]\n',
    'where the replacement is unknown': 'kubeProxyReplacement: ${KPR}\nk8sServiceHost: 10.0.0.10\n',
    'where the cure is unknown':
      'kubeProxyReplacement: true\nsocketLB: { hostNamespaceOnly: "{{ .Values.x }}" }\n',
    'where a template may bring the cure':
      'kubeProxyReplacement: true\nsocketLB:\n  {{- toYaml .Values.socketLB | nindent 2 }}\n',
  };
  for (const [story, values] of Object.entries(silent)) {
    it(story, () => assert.deepEqual(inValues(values), []));
  }

  it('where an overlay of the base brings the cure', () => {
    const files = {
      '/repo/values.yaml': 'kubeProxyReplacement: true\n',
      '/repo/values-prod.yaml': 'socketLB: { hostNamespaceOnly: true }\n',
    };
    assert.deepEqual(bypasses(files), []);
  });

  it('where a later file may bring the cure', () => {
    const script = 'helm install cilium cilium/cilium -f values.yaml -f "$SITE/values.yaml"\n';
    assert.deepEqual(
      bypasses({ '/repo/install.sh': script, '/repo/values.yaml': 'kubeProxyReplacement: true\n' }),
      [],
    );
  });
});

describe('an overlay', () => {
  const base = 'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: true\n';
  const withOverlay = (overlay: string) =>
    bypasses({ '/repo/values.yaml': base, '/repo/values-prod.yaml': overlay });

  it('takes the cure of its base away', () => {
    const found = ['kubeProxyReplacement in values.yaml, 1.14 to 1.20'];
    assert.deepEqual(withOverlay('socketLB: { hostNamespaceOnly: false }\n'), found);
    assert.deepEqual(withOverlay('socketLB: { hostNamespaceOnly: null }\n'), found);
    assert.deepEqual(withOverlay('socketLB: null\nbpf: { masquerade: true }\n'), found);
  });

  it('leaves it where it adds to the map', () => {
    assert.deepEqual(withOverlay('socketLB: { enabled: true }\n'), []);
  });
});
