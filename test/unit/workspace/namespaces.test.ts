import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ofKind } from '../../../server/src/workspace/of-kind.ts';
import { deployment, namespace } from '../../support/manifests.ts';
import { workspaceOf } from '../../support/workspace.ts';

type Files = Readonly<Record<string, string>>;

const web = deployment('web', undefined, { labels: { app: 'web' } });
const inMail = deployment('web', 'mail', { labels: { app: 'web' } });
const kustomization = (more: string): string => `resources:\n  - web.yaml\n${more}`;

const workloads = (files: Files) =>
  ofKind(workspaceOf(files).facts, 'workload').map(({ fact: { name, namespace: where, labels } }) => ({
    name,
    where,
    labels,
  }));
const namespaces = (files: Files) => workloads(files).map(({ where }) => where);

describe('the namespace of an object', () => {
  it('is the one that it names, or unknown', () => {
    assert.deepEqual(namespaces({ '/repo/web.yaml': inMail }), ['mail']);
    assert.deepEqual(namespaces({ '/repo/web.yaml': web }), [undefined]);
  });

  it('is what its kustomization says, whatever it names', () => {
    const files = { '/repo/kustomization.yaml': kustomization('namespace: shop\n') };
    assert.deepEqual(namespaces({ ...files, '/repo/web.yaml': web }), ['shop']);
    assert.deepEqual(namespaces({ ...files, '/repo/web.yaml': inMail }), ['shop']);
  });

  it('is what the outermost kustomization says', () => {
    assert.deepEqual(
      namespaces({
        '/repo/base/web.yaml': web,
        '/repo/base/kustomization.yaml': kustomization('namespace: base\n'),
        '/repo/prod/kustomization.yaml': 'resources: [../base]\nnamespace: shop\n',
        '/repo/all/kustomization.yaml': 'resources: [../prod]\nnamespace: ""\n',
      }),
      ['shop'],
    );
  });

  it('is unknown where overlays say different things, or a variable', () => {
    const base = { '/repo/base/web.yaml': web, '/repo/base/kustomization.yaml': kustomization('') };
    const overlay = (name: string) => `resources: [../base]\nnamespace: ${name}\n`;
    assert.deepEqual(
      namespaces({
        ...base,
        '/repo/a/kustomization.yaml': overlay('a'),
        '/repo/b/kustomization.yaml': overlay('b'),
      }),
      [undefined],
    );
    assert.deepEqual(namespaces({ ...base, '/repo/a/kustomization.yaml': overlay('${NS}') }), [undefined]);
  });

  it('is what a Flux Kustomization says that has it applied', () => {
    const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: web}
spec:
  path: ./apps/web
  targetNamespace: shop
  sourceRef: {kind: GitRepository, name: flux-system}
`;
    assert.deepEqual(namespaces({ '/repo/flux/web.yaml': flux, '/repo/apps/web/web.yaml': inMail }), [
      'shop',
    ]);
  });

  it('is that of an Argo CD Application only where it names none itself', () => {
    const application = (kind: string, spec: string) =>
      `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: {name: web}\nspec: ${spec}\n`;
    const spec =
      '{source: {repoURL: "https://git.example.com/a", path: apps/web}, destination: {namespace: shop}}';
    const files = { '/repo/argo/web.yaml': application('Application', spec) };
    assert.deepEqual(namespaces({ ...files, '/repo/apps/web/web.yaml': web }), ['shop']);
    assert.deepEqual(namespaces({ ...files, '/repo/apps/web/web.yaml': inMail }), ['mail']);
    const set = application('ApplicationSet', `{generators: [], template: {spec: ${spec}}}`);
    assert.deepEqual(namespaces({ '/repo/argo/web.yaml': set, '/repo/apps/web/web.yaml': web }), ['shop']);
  });

  it('is also that of a Namespace that a kustomization takes in', () => {
    const { facts } = workspaceOf({
      '/repo/kustomization.yaml': 'resources: [ns.yaml]\nnamespace: shop\n',
      '/repo/ns.yaml': namespace('other', { labels: { 'istio-injection': 'enabled' } }),
    });
    assert.deepEqual(
      [
        ...ofKind(facts, 'namespace').map(({ fact }) => fact.name),
        ...ofKind(facts, 'enrolment').map(({ fact }) => fact.namespace),
      ],
      ['shop', 'shop'],
    );
  });
});

describe('the labels of pods', () => {
  const labelsWith = (more: string) =>
    workloads({ '/repo/web.yaml': web, '/repo/kustomization.yaml': kustomization(more) }).map(
      ({ labels }) => labels,
    );

  it('are their own, where kustomizations add labels to objects only', () => {
    assert.deepEqual(labelsWith('labels:\n  - pairs: {team: a}\n'), [
      { known: { app: 'web' }, unknown: [], open: false },
    ]);
  });

  it('are those of kustomizations as well', () => {
    const both = { known: { app: 'web', team: 'a' }, unknown: [], open: false };
    assert.deepEqual(labelsWith('commonLabels: {team: a}\n'), [both]);
    assert.deepEqual(labelsWith('labels:\n  - {pairs: {team: a}, includeSelectors: true}\n'), [both]);
    assert.deepEqual(labelsWith('labels:\n  - {pairs: {team: a}, includeTemplates: true}\n'), [both]);
  });

  it('are overruled by those of kustomizations', () => {
    assert.deepEqual(labelsWith('commonLabels: {app: shop, team: "${TEAM}"}\n'), [
      { known: { app: 'shop' }, unknown: ['team'], open: false },
    ]);
  });

  it('are unknown where overlays give different ones', () => {
    const overlay = (team: string) => `resources: [../base]\ncommonLabels: {team: ${team}}\n`;
    assert.deepEqual(
      workloads({
        '/repo/base/web.yaml': web,
        '/repo/base/kustomization.yaml': kustomization(''),
        '/repo/a/kustomization.yaml': overlay('a'),
        '/repo/b/kustomization.yaml': overlay('b'),
      }).map(({ labels }) => labels),
      [{ known: { app: 'web' }, unknown: ['team'], open: false }],
    );
  });
});
