import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workspaceOf } from '../../../support/workspace.ts';

const rule = 'cni-exclusive-evicts-mesh-cni';
const terraform = (setting: string): string =>
  `resource "helm_release" "cilium" {\n  repository = "https://helm.cilium.io"\n  chart = "cilium"\n  version = "1.16.4"\n${setting}}\n`;
const plugins = (count: number): string =>
  Array.from({ length: count }, (_, index) => `helm install istio-cni-${index} istio/cni\n`).join('');

/** What is told beside the message of the finding. */
const related = (files: Readonly<Record<string, string>>): readonly string[] => {
  const { findings, textAt } = workspaceOf(files);
  return findings
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.related.map(({ at, message }) => `${textAt(at)} | ${message}`));
};

describe('the evidence of an evicted plugin', () => {
  it('is what installs it, at most three places', () => {
    const values = 'cni:\n  exclusive: true\nkubeProxyReplacement: false\nk8sServiceHost: 10.0.0.10\n';
    assert.deepEqual(
      related({ '/repo/values.yaml': values, '/repo/install.sh': plugins(4) }),
      [0, 1, 2].map(
        (index) =>
          `helm install istio-cni-${index} istio/cni | The CNI plugin of Istio comes by \`helm install istio-cni-${index}\`.`,
      ),
    );
  });

  it('tells what needs the plugin from what brings it', () => {
    const values = 'cni:\n  exclusive: true\nkubeProxyReplacement: false\nk8sServiceHost: 10.0.0.10\n';
    const messagesOf = (script: string): readonly string[] =>
      related({ '/repo/values.yaml': values, '/repo/install.sh': script }).map(
        (text) => text.split(' | ')[1] ?? '',
      );
    assert.deepEqual(messagesOf('helm install ztunnel istio/ztunnel\n'), [
      '`helm install ztunnel` needs the CNI plugin of Istio.',
    ]);
    assert.deepEqual(messagesOf('helm install istiod istio/istiod --set pilot.cni.enabled=true\n'), [
      '`helm install istiod` needs the CNI plugin of Istio.',
    ]);
    assert.deepEqual(messagesOf('helm install lcp linkerd/linkerd-control-plane --set cniEnabled=true\n'), [
      '`helm install lcp` needs the CNI plugin of Linkerd.',
    ]);
    assert.deepEqual(messagesOf('helm install kuma kuma/kuma --set cni.enabled=true\n'), [
      'The CNI plugin of Kuma comes by `helm install kuma`.',
    ]);
    assert.deepEqual(messagesOf('helm install ambient istio/ambient\n'), [
      'The CNI plugin of Istio comes by `helm install ambient`.',
    ]);
  });

  it('says what to write by hand where nothing is written for people', () => {
    const notes = (setting: string): readonly string[] =>
      related({ '/repo/main.tf': terraform(setting), '/repo/install.sh': plugins(1) }).slice(1);
    assert.deepEqual(notes('  set {\n    name = "cni.exclusive"\n    value = "true"\n  }\n'), [
      'cni.exclusive | To be written by hand: a `set` block with `name = "cni.exclusive"` and `value = "false"`.',
    ]);
    assert.deepEqual(notes('  set = [{ name = "cni.exclusive", value = "true" }]\n'), [
      'cni.exclusive | To be written by hand: `{ name = "cni.exclusive", value = "false" }` in the list `set`.',
    ]);
    assert.deepEqual(notes('  values = [yamlencode({ cni = { exclusive = true } })]\n'), [
      'exclusive | To be written by hand: `cni = { exclusive = false }`.',
    ]);
    assert.deepEqual(notes('  values = [<<-EOT\n    cni:\n      exclusive: true\n  EOT\n  ]\n'), [
      'exclusive | To be written by hand: `cni.exclusive: false`.',
    ]);
  });
});
