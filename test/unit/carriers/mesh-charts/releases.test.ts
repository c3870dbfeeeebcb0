import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { helmRelease, installsIn } from '../../../support/mesh-installs.ts';

const chartSpec = (chart: string, source: string): string =>
  `  chart:\n    spec:\n      chart: ${chart}\n      version: 1.24.0\n      sourceRef:\n        kind: HelmRepository\n        name: ${source}\n`;
const application = (source: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: mesh\nspec:\n  source:\n${source}`;

/** One file each, and what it installs. */
const forms: Readonly<Record<string, readonly [file: string, text: string, installs: readonly string[]]>> = {
  'a HelmRelease': [
    'cni.yaml',
    helmRelease('istio-cni', chartSpec('cni', 'istio')),
    ['istio cni-plugin 1.24.0 by HelmRelease istio-cni'],
  ],
  'a HelmRelease with values': [
    'linkerd.yaml',
    helmRelease(
      'linkerd',
      `${chartSpec('linkerd-control-plane', 'linkerd')}  values:\n    cniEnabled: true\n`,
    ),
    [
      'linkerd control-plane 1.24.0 by HelmRelease linkerd',
      'linkerd cni-plugin 1.24.0 by HelmRelease linkerd (cniEnabled)',
    ],
  ],
  'an Application': [
    'app.yaml',
    application(
      '    repoURL: https://istio-release.storage.googleapis.com/charts\n    chart: cni\n    targetRevision: 1.24.0\n',
    ),
    ['istio cni-plugin 1.24.0 by Application mesh'],
  ],
  'an Application of an OCI repository': [
    'app.yaml',
    application('    repoURL: oci://gcr.io/istio-release/charts/ztunnel\n    targetRevision: 1.24.0\n'),
    ['istio node-proxy 1.24.0 by Application mesh'],
  ],
  'an Application with parameters': [
    'app.yaml',
    application(
      '    repoURL: https://helm.linkerd.io/edge\n    chart: linkerd-control-plane\n    helm:\n      parameters:\n      - name: cniEnabled\n        value: "true"\n',
    ),
    ['linkerd control-plane by Application mesh', 'linkerd cni-plugin by Application mesh (cniEnabled)'],
  ],
  'an Application with values in a text': [
    'app.yaml',
    application(
      '    repoURL: https://istio-release.storage.googleapis.com/charts\n    chart: cni\n    helm:\n      values: |\n        chained: false\n',
    ),
    ['istio unchained-cni-plugin by Application mesh (chained)'],
  ],
  'an Application with an object of values': [
    'app.yaml',
    application(
      '    repoURL: https://istio-release.storage.googleapis.com/charts\n    chart: cni\n    helm:\n      valuesObject:\n        provider: multus\n',
    ),
    ['istio unchained-cni-plugin by Application mesh (provider)'],
  ],
  'several sources of an Application': [
    'app.yaml',
    'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: mesh\nspec:\n  sources:\n  - repoURL: https://istio-release.storage.googleapis.com/charts\n    chart: base\n  - repoURL: https://istio-release.storage.googleapis.com/charts\n    chart: istiod\n',
    ['istio crds by Application mesh', 'istio control-plane by Application mesh'],
  ],
  'elements of an ApplicationSet': [
    'set.yaml',
    `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: platform
spec:
  generators:
  - list:
      elements:
      - name: istio-cni
        chart: cni
        repo: https://istio-release.storage.googleapis.com/charts
        version: 1.24.0
      - name: cert-manager
        chart: cert-manager
        repo: https://charts.jetstack.io
        version: 1.16.0
  - matrix:
      generators:
      - list:
          elements:
          - {name: ztunnel, chart: ztunnel, repo: oci, version: 1.24.1}
  template:
    metadata:
      name: '{{ .name }}'
    spec:
      source:
        repoURL: '{{ .repo }}'
        chart: '{{ .chart }}'
        targetRevision: '{{ .version }}'
`,
    [
      'istio cni-plugin 1.24.0 by ApplicationSet istio-cni',
      'istio node-proxy 1.24.1 by ApplicationSet ztunnel',
    ],
  ],
  'helmCharts of a kustomization': [
    'kustomization.yaml',
    'helmCharts:\n- name: cni\n  repo: https://istio-release.storage.googleapis.com/charts\n  version: 1.24.0\n  releaseName: istio-cni\n  valuesInline:\n    chained: false\n',
    ['istio unchained-cni-plugin 1.24.0 by helmCharts istio-cni (chained)'],
  ],
  'a helmfile': [
    'helmfile.yaml',
    'repositories:\n- name: mesh\n  url: https://istio-release.storage.googleapis.com/charts\nreleases:\n- name: cni\n  chart: mesh/cni\n  version: 1.24.0\n  set:\n  - name: chained\n    value: false\n- name: kuma\n  chart: kuma/kuma\n  values:\n  - cni:\n      enabled: true\n- name: istiod\n  chart: mesh/istiod\n  installed: false\n',
    [
      'istio unchained-cni-plugin 1.24.0 by helmfile release cni (chained)',
      'kuma control-plane by helmfile release kuma',
      'kuma cni-plugin by helmfile release kuma (cni.enabled)',
    ],
  ],
  'a task of Ansible': [
    'tasks.yml',
    '- name: Mesh\n  kubernetes.core.helm:\n    name: consul\n    chart_ref: hashicorp/consul\n    chart_version: 1.6.0\n    values:\n      connectInject:\n        cni:\n          enabled: true\n    set_values:\n    - value: connectInject.default=true\n- name: Gone\n  kubernetes.core.helm:\n    name: istiod\n    chart_ref: istio/istiod\n    state: absent\n',
    [
      'consul control-plane 1.6.0 by Ansible task for consul',
      'consul cni-plugin 1.6.0 by Ansible task for consul (connectInject.cni.enabled)',
      'consul injects-everywhere 1.6.0 by Ansible task for consul (connectInject.default)',
    ],
  ],
  'a HelmChart of k3s': [
    'chart.yaml',
    'apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata:\n  name: istio-cni\nspec:\n  chart: cni\n  repo: https://istio-release.storage.googleapis.com/charts\n  version: 1.24.0\n  valuesContent: |\n    global:\n      platform: openshift\n',
    ['istio unchained-cni-plugin 1.24.0 by HelmChart istio-cni (global.platform)'],
  ],
  'a HelmChart of k3s with arguments': [
    'chart.yaml',
    'apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata:\n  name: linkerd\nspec:\n  chart: linkerd/linkerd-control-plane\n  set:\n    cniEnabled: "true"\n',
    ['linkerd control-plane by HelmChart linkerd', 'linkerd cni-plugin by HelmChart linkerd (cniEnabled)'],
  ],
  'a HelmChartProxy': [
    'proxy.yaml',
    'apiVersion: addons.cluster.x-k8s.io/v1alpha1\nkind: HelmChartProxy\nmetadata:\n  name: mesh\nspec:\n  chartName: linkerd2-cni\n  repoURL: https://helm.linkerd.io/edge\n  version: 30.12.2\n',
    ['linkerd cni-plugin 30.12.2 by HelmChartProxy mesh'],
  ],
  'a profile of Sveltos': [
    'profile.yaml',
    'apiVersion: config.projectsveltos.io/v1beta1\nkind: ClusterProfile\nmetadata:\n  name: mesh\nspec:\n  helmCharts:\n  - repositoryURL: https://kumahq.github.io/charts\n    repositoryName: kuma\n    chartName: kuma/kuma\n    chartVersion: 2.9.0\n    releaseName: kuma\n    values: |\n      cni:\n        enabled: true\n  - chartName: istio/istiod\n    helmChartAction: Uninstall\n',
    [
      'kuma control-plane 2.9.0 by ClusterProfile mesh',
      'kuma cni-plugin 2.9.0 by ClusterProfile mesh (cni.enabled)',
    ],
  ],
  'a chart of k0s': [
    'k0s.yaml',
    'apiVersion: k0s.k0sproject.io/v1beta1\nkind: ClusterConfig\nmetadata:\n  name: k0s\nspec:\n  extensions:\n    helm:\n      charts:\n      - name: istio-cni\n        chartname: istio/cni\n        version: 1.24.0\n',
    ['istio cni-plugin 1.24.0 by ClusterConfig k0s'],
  ],
  Terraform: [
    'mesh.tf',
    'resource "helm_release" "cni" {\n  name       = "istio-cni"\n  repository = "https://istio-release.storage.googleapis.com/charts"\n  chart      = "cni"\n  version    = "1.24.0"\n  set {\n    name  = "chained"\n    value = "false"\n  }\n}\nresource "helm_release" "linkerd" {\n  chart  = "linkerd/linkerd-control-plane"\n  values = [yamlencode({ cniEnabled = true }), <<-EOT\n    other: 1\n  EOT\n  ]\n}\n',
    [
      'istio unchained-cni-plugin 1.24.0 by helm_release cni (chained)',
      'linkerd control-plane by helm_release linkerd',
      'linkerd cni-plugin by helm_release linkerd (cniEnabled)',
    ],
  ],
  'commands of Helm': [
    'install.sh',
    'helm repo add mesh https://istio-release.storage.googleapis.com/charts\nhelm upgrade --install istio-cni mesh/cni --version 1.24.0 --set chained=false\nhelm install cni cni --repo https://istio-release.storage.googleapis.com/charts\nhelm install kuma kuma/kuma --set-string cni.enabled=true\nhelm template istiod istio/istiod | grep image\n',
    [
      'istio unchained-cni-plugin 1.24.0 by helm upgrade istio-cni (chained)',
      'istio cni-plugin by helm install cni',
      'kuma control-plane by helm install kuma',
      'kuma cni-plugin by helm install kuma (cni.enabled)',
    ],
  ],
  'a makefile': [
    'Makefile',
    'mesh:\n\thelm install linkerd-cni linkerd/linkerd2-cni\n',
    ['linkerd cni-plugin by helm install linkerd-cni'],
  ],
  'a text for people': [
    'README.md',
    '```sh\nhelm install istio-cni istio/cni\nistioctl install --set profile=ambient\n```\n',
    ['istio cni-plugin by helm install istio-cni as an example'],
  ],
};

describe('a chart of a mesh', () => {
  for (const [form, [file, text, installs]] of Object.entries(forms)) {
    it(`is found in ${form}`, () => {
      const found = installsIn({ [`/repo/${file}`]: text });
      assert.deepEqual(
        found.filter((line) => !line.includes('istioctl')),
        installs.map((line) => `${line} in ${file}`),
      );
    });
  }

  it('needs a name, a repository or a source that says whose it is', () => {
    assert.deepEqual(installsIn({ '/repo/cni.yaml': helmRelease('network', chartSpec('cni', 'ours')) }), []);
    assert.deepEqual(
      installsIn({ '/repo/kv.yaml': helmRelease('consul', chartSpec('consul', 'bitnami')) }),
      [],
    );
  });

  it('installs nothing while it is suspended, or where a kustomization leaves it out', () => {
    const release = helmRelease('istio-cni', chartSpec('cni', 'istio'));
    assert.deepEqual(installsIn({ '/repo/cni.yaml': `${release}  suspend: true\n` }), []);
    assert.deepEqual(
      installsIn({
        '/repo/cni.yaml': release,
        '/repo/kustomization.yaml':
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- other.yaml\n',
      }),
      [],
    );
  });
});
