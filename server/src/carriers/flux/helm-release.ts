import type { DeploymentFact, Named, ValuesSource } from '../../facts/deployment.ts';
import type { DeploymentPatchFact } from '../../facts/kustomization.ts';
import type { Fact } from '../../facts/fact.ts';
import { mapAt, nodeAt, resolve, scalarOf, stringAt, stringsAt } from '../../yaml/navigate.ts';
import type { MapNode, YamlDocument } from '../../yaml/node.ts';
import type { Carrier } from '../carrier.ts';
import { mayConcernCilium, valuesLayers } from '../helm-values.ts';
import { namedAt } from '../named.ts';
import { writeValues } from '../write-values.ts';
import { chartSourceOf } from './chart-sources.ts';
import { valuesFromOf, type ValuesFrom } from './values-from.ts';

/**
 * Flux HelmReleases with values below `spec.values`, and the sources that they take charts from. Values of `valuesFrom` lie
 * below the inline ones (https://fluxcd.io/flux/components/helm/helmreleases/#values). A HelmRelease without any chart
 * is a patch of another one.
 */
export const fluxHelmReleaseCarrier: Carrier = {
  name: 'flux-helm-release',
  kinds: ['yaml'],
  hints: ['helm.toolkit.fluxcd.io', 'source.toolkit.fluxcd.io'],
  read: (file) => (mayConcernCilium(file.text) ? file.yaml().documents.flatMap(factsOf) : []),
  write: writeValues,
};

function factsOf(document: YamlDocument): readonly Fact[] {
  const root = resolve(document.root);
  if (root?.kind !== 'map') return [];
  const group = stringAt(root, ['apiVersion'])?.split('/')[0];
  if (group === 'source.toolkit.fluxcd.io') return chartSourceOf(root);
  if (group !== 'helm.toolkit.fluxcd.io' || stringAt(root, ['kind']) !== 'HelmRelease') return [];
  const hasChart = ['chart', 'chartRef'].some(
    (key) => nodeAt(root, ['spec', key, ...specOf(key)]) !== 'absent',
  );
  return hasChart ? deploymentFacts(root, document.index) : patchFacts(root, document.index);
}

/** A patch may speak of `chart.spec.version` alone. */
function specOf(key: string): readonly string[] {
  return key === 'chart' ? ['spec', 'chart'] : [];
}

function deploymentFacts(root: MapNode, document: number): readonly Fact[] {
  const name = stringAt(root, ['metadata', 'name']) ?? '';
  const chart = namedAt(root, ['spec', 'chart', 'spec', 'chart']);
  const isRemote = stringAt(root, ['spec', 'chart', 'spec', 'sourceRef', 'kind']) === 'HelmRepository';
  const remoteName = isRemote && chart?.kind === 'text' ? chart.text : undefined;
  if (remoteName !== undefined && remoteName !== 'cilium') return [];
  const isForCilium = remoteName !== undefined || name.includes('cilium');
  const inline = inlineValues(root, document, isForCilium);
  const from = valuesFromOf(root, document);
  const deployment: DeploymentFact = {
    kind: 'deployment',
    title: `HelmRelease ${name}`.trim(),
    object: { resource: 'HelmRelease', name },
    chart,
    ...chartPlace(root),
    version: versionOf(root),
    namespace: stringAt(root, ['metadata', 'namespace']),
    values: [...chartFiles(root), ...from.sources, ...inline.sources],
    destination: undefined,
    deploys: scalarOf(nodeAt(root, ['spec', 'suspend'])) !== true,
    isReconciled: true,
    span: root.span,
  };
  return [...inline.layers, ...from.layers, deployment];
}

/** What a HelmRelease without a chart lays over the one of its name. */
function patchFacts(root: MapNode, document: number): readonly Fact[] {
  const name = stringAt(root, ['metadata', 'name']);
  const inline = inlineValues(root, document, true);
  const from = valuesFromOf(root, document);
  const hasValuesFrom = nodeAt(root, ['spec', 'valuesFrom']) !== 'absent';
  const patch: DeploymentPatchFact = {
    kind: 'deployment-patch',
    form: 'merge',
    target: { resource: 'HelmRelease', name },
    values: inline.sources,
    valuesFrom: hasValuesFrom ? from.sources : undefined,
    version: namedAt(root, ['spec', 'chart', 'spec', 'version']),
    span: root.span,
  };
  const isIdle = patch.values.length === 0 && patch.version === undefined && !hasValuesFrom;
  return isIdle ? [] : [...inline.layers, ...from.layers, patch];
}

function inlineValues(root: MapNode, document: number, isForCilium: boolean): ValuesFrom {
  const node = nodeAt(root, ['spec', 'values']);
  const values = typeof node === 'string' ? undefined : resolve(node);
  const address = { document, path: ['spec', 'values'] };
  if (values?.kind === 'map') {
    const layers = valuesLayers(values, { carrier: 'flux-helm-release', address }, isForCilium);
    return { layers, sources: [{ kind: 'own-layer', address }] };
  }
  const isUnknown = node === 'unknown' || (values?.kind === 'scalar' && values.value.kind === 'unknown');
  return { layers: [], sources: isUnknown ? [{ kind: 'unknown', span: values?.span ?? root.span }] : [] };
}

/** Where the chart comes from: the kind of its source says whether its name is a path. */
function chartPlace(root: MapNode): Pick<DeploymentFact, 'chartIn' | 'chartSource'> {
  const isReference = nodeAt(root, ['spec', 'chartRef']) !== 'absent';
  const source = mapAt(root, isReference ? ['spec', 'chartRef'] : ['spec', 'chart', 'spec', 'sourceRef']);
  const resource = stringAt(source, ['kind']);
  const name = stringAt(source, ['name']);
  if (resource === undefined || name === undefined) return { chartSource: undefined };
  const chartSource = { resource, name, namespace: stringAt(source, ['namespace']) };
  if (isReference) return { chartSource };
  return { chartSource, chartIn: resource === 'HelmRepository' ? 'registry' : 'repository' };
}

/** Charts of a Git repository or a bucket have no version to choose; of a registry the newest is taken by default. */
function versionOf(root: MapNode): Named | undefined {
  const source = stringAt(root, ['spec', 'chart', 'spec', 'sourceRef', 'kind']);
  return source === 'GitRepository' || source === 'Bucket'
    ? undefined
    : namedAt(root, ['spec', 'chart', 'spec', 'version']);
}

/** `valuesFiles` of the chart, seen from the root of its source; those of a packed chart cannot be read. */
function chartFiles(root: MapNode): readonly ValuesSource[] {
  const path = ['spec', 'chart', 'spec', 'valuesFiles'];
  const files = stringsAt(root, path);
  const span = root.span;
  const isFolder = stringAt(root, ['spec', 'chart', 'spec', 'sourceRef', 'kind']) === 'GitRepository';
  if (isFolder) return files.map((file) => ({ kind: 'file', path: file, base: 'repository', span }));
  return files.every((file) => file === 'values.yaml') ? [] : [{ kind: 'unknown', span }];
}
