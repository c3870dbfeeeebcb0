import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kubeProxyReader } from '../../../server/src/manifests/kube-proxy.ts';
import { sourceFile, sourceKindOf } from '../../../server/src/source/file.ts';

/** What the reader finds in a file: the tool, whether kube-proxy runs, and the marked text. */
const found = (path: string, text: string): readonly string[] => {
  const file = sourceFile(`file://${path}`, sourceKindOf(path) ?? 'yaml', text);
  return kubeProxyReader.read(file).flatMap((fact) => {
    assert.equal(fact.kind, 'kube-proxy');
    const { tool, runs, span } = fact;
    return [`${tool} ${runs ? 'keeps' : 'drops'} ${text.slice(span.start, span.end)}`];
  });
};

const talos = 'cluster:\n  network: {}\n  proxy:\n    disabled: true\n';

describe('the words on kube-proxy', () => {
  it('are marked from the key to the end of the value', () => {
    assert.deepEqual(found('/repo/talos.yaml', talos), ['talos drops disabled: true']);
  });

  it('are found in any indentation, between comments and with other line ends', () => {
    const deep = talos.replaceAll(/^/gm, '        ').replace('  proxy:\n', '  proxy:\n\n#\n');
    assert.deepEqual(found('/repo/talos.yaml', deep), ['talos drops disabled: true']);
    assert.deepEqual(found('/repo/talos.yaml', talos.replaceAll('\n', '\r\n')), [
      'talos drops disabled: true',
    ]);
  });

  it('count below their own keys alone', () => {
    assert.deepEqual(found('/repo/talos.yaml', talos.replace('cluster:', 'app:')), []);
    assert.deepEqual(found('/repo/talos.yaml', talos.replace('  proxy:', '  proxies:\n  - proxy:')), []);
    assert.deepEqual(found('/repo/talos.yaml', 'proxy:\n  disabled: true\n'), []);
  });

  it('do not count in comments', () => {
    assert.deepEqual(found('/repo/talos.yaml', talos.replace('    disabled', '    # disabled')), []);
    assert.deepEqual(found('/repo/up.sh', '# k3s server --disable-kube-proxy\n'), []);
    assert.deepEqual(found('/repo/up.sh', 'k3s server # --disable-kube-proxy\n'), []);
  });

  it('need what must stand beside them in the same document', () => {
    const config = 'kind: ClusterConfiguration\nproxy:\n  disabled: false\n';
    const kubeadm = `apiVersion: kubeadm.k8s.io/v1beta4\n${config}`;
    assert.deepEqual(found('/repo/a.yaml', kubeadm), ['kubeadm keeps disabled: false']);
    assert.deepEqual(found('/repo/a.yaml', `apiVersion: kubeadm.k8s.io/v1beta4\n---\n${config}`), []);
    assert.deepEqual(found('/repo/a.yaml', `${config}---\n${kubeadm}---\nkind: Other\n`), [
      'kubeadm keeps disabled: false',
    ]);
  });

  it('of a role of Ansible count only where they leave it out', () => {
    const keeps = 'disable-kube-proxy: false\n';
    const path = '/repo/roles/k3s/templates/config.yaml';
    assert.deepEqual(found(path, keeps), []);
    assert.deepEqual(found(path.replace('templates', 'tasks'), keeps), [
      'k3s keeps disable-kube-proxy: false',
    ]);
    assert.deepEqual(found(path, keeps.replace('false', 'true')), ['k3s drops disable-kube-proxy: true']);
  });

  it('are read in scripts, justfiles and Terraform', () => {
    assert.deepEqual(found('/repo/justfile', 'up:\n    k3s server --disable-kube-proxy=true\n'), [
      'k3s drops --disable-kube-proxy=true',
    ]);
    assert.deepEqual(found('/repo/up.sh', 'kubectl patch daemonset kube-proxy -p "$P"\n'), [
      'kubectl drops kubectl patch daemonset kube-proxy',
    ]);
    assert.deepEqual(found('/repo/eks.tf', '  addon_name = "kube-proxy"\n'), [
      'eks keeps addon_name = "kube-proxy"',
    ]);
  });
});
