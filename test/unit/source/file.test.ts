import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathOf, sourceFile, sourceKindOf, type SourceKind } from '../../../server/src/source/file.ts';

describe('sourceKindOf', () => {
  const kinds: Readonly<Record<string, SourceKind | undefined>> = {
    '/repo/values.yaml': 'yaml',
    '/repo/values.yml': 'yaml',
    '/repo/VALUES.YAML': 'yaml',
    '/repo/values.yaml.gotmpl': 'yaml',
    '/repo/values.gotmpl': 'yaml',
    '/repo/secrets.yaml.sops': 'yaml',
    '/repo/templates/cilium.yaml.j2': 'yaml',
    '/repo/user-data.yml.tpl': 'yaml',
    '/repo/chart/Chart.lock': 'yaml',
    '/repo/install.sh': 'script',
    '/repo/Makefile': 'script',
    '/repo/makefile': 'script',
    '/repo/GNUmakefile': 'script',
    '/repo/Makefile.cilium': 'script',
    '/repo/rules.mk': 'script',
    '/repo/user-data.yaml.tftpl': 'yaml',
    '/repo/Dockerfile': 'dockerfile',
    '/repo/Dockerfile.dev': 'dockerfile',
    '/repo/build/Containerfile': 'dockerfile',
    '/repo/tools.dockerfile': 'dockerfile',
    '/repo/justfile': 'justfile',
    '/repo/.justfile': 'justfile',
    '/repo/k8s.just': 'justfile',
    '/repo/Tiltfile': 'tiltfile',
    '/repo/README.md': 'markdown',
    '/repo/README.MD': 'markdown',
    '/repo/docs/cni.mdx': 'markdown',
    '/repo/main.tf': 'terraform',
    '/repo/main.tofu': 'terraform',
    '/repo/main.tf.json': undefined,
    '/repo/prod.tfvars': undefined,
    '/repo/package-lock.json': undefined,
    '/repo/Cargo.lock': undefined,
    '/repo/chart/templates/_helpers.tpl': undefined,
    '/repo/values.yaml.bak': undefined,
    '/repo/values.yaml/notes.txt': undefined,
    '/repo/my-makefile-notes.txt': undefined,
  };
  for (const [path, kind] of Object.entries(kinds)) {
    it(`${kind === undefined ? 'leaves out' : `reads as ${kind}`} ${path}`, () => {
      assert.equal(sourceKindOf(path), kind);
    });
  }
});

describe('pathOf', () => {
  const paths: Readonly<Record<string, string>> = {
    'file:///repo/values.yaml': '/repo/values.yaml',
    'file:///repo/my%20clusters/values%40prod.yaml': '/repo/my clusters/values@prod.yaml',
    'file:///c%3A/repo/values.yaml': '/c:/repo/values.yaml',
    'vscode-remote://ssh-remote%2Bhost/repo/values.yaml': '/repo/values.yaml',
    'file:///repo/%C3%BCbung/%E2%9A%93.yaml': '/repo/übung/⚓.yaml',
  };
  for (const [uri, path] of Object.entries(paths)) {
    it(`takes ${path} from ${uri}`, () => assert.equal(pathOf(uri), path));
  }

  it('leaves a malformed escape as it is written', () => {
    assert.equal(pathOf('file:///repo/100%/values.yaml'), '/repo/100%/values.yaml');
  });
});

describe('sourceFile', () => {
  it('parses its text when a reader asks, and at most once', () => {
    const file = sourceFile('file:///repo/values.yaml', 'yaml', 'kubeProxyReplacement: true\n');
    const first = file.yaml();
    assert.equal(first.documents.length, 1);
    assert.equal(file.yaml(), first);
  });

  it('knows its own decoded path', () => {
    assert.equal(sourceFile('file:///my%20repo/a.yaml', 'yaml', '').path, '/my repo/a.yaml');
  });
});
