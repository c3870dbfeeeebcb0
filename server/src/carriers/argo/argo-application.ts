import type { Change, EditResult } from '../../edits/edit.ts';
import type { Fact } from '../../facts/fact.ts';
import type { DeploymentFact } from '../../facts/deployment.ts';
import type { LayerAddress } from '../../facts/settings.ts';
import { knownText, nodeAt, resolve } from '../../yaml/navigate.ts';
import type { Carrier } from '../carrier.ts';
import { writeSetList } from '../set-list/write.ts';
import type { OwnValues } from '../values-at.ts';
import { writeValues } from '../write-values.ts';
import { applicationsIn, type Application } from './applications.ts';
import { ownValuesOf } from './own-values.ts';
import { parameterList } from './parameters.ts';
import { chartOf, refsOf, sourcesOf, type ApplicationSource, type SourceChart } from './sources.ts';
import { unknownAt, valueFilesOf } from './value-files.ts';

/**
 * Applications and ApplicationSets of Argo CD that install a chart. Lowest first, as Argo CD merges:
 * `valueFiles`, `values` or `valuesObject`, `parameters`. A layer's address ends with the key that holds it, or with the
 * key of an umbrella chart's dependency below it. (https://argo-cd.readthedocs.io/en/stable/user-guide/helm/)
 */
export const argoApplicationCarrier: Carrier = {
  name: 'argo-application',
  kinds: ['yaml'],
  hints: ['kind: Application', 'argoproj.io/v1alpha1'],
  read: (file) =>
    file
      .yaml()
      .documents.flatMap(applicationsIn)
      .flatMap((application) => factsOf(application, file.text)),
  write: writeApplication,
};

function factsOf(application: Application, text: string): readonly Fact[] {
  const sources = sourcesOf(application);
  const refs = refsOf(sources);
  return sources.flatMap((source) => {
    const chart = chartOf(source);
    if (chart?.chart.kind !== 'text' || (chart.folder === undefined && !isCilium(chart))) return [];
    const { layers, sources: values } = valuesOf(application, source, chart, refs, text);
    return [...layers, deploymentOf(application, source, chart, values)];
  });
}

/** By name; what a folder holds may be any chart. */
function isCilium({ chart }: SourceChart): boolean {
  return chart.kind === 'text' && /(?:^|\/)cilium\/?(?:$|[:@])/.test(chart.text);
}

function deploymentOf(
  { kind, name, spec }: Application,
  { map }: ApplicationSource,
  { chart, chartIn, version }: SourceChart,
  values: DeploymentFact['values'],
): DeploymentFact {
  const cluster = knownText(nodeAt(spec, ['destination', 'name']));
  return {
    kind: 'deployment',
    title: name === undefined ? kind : `${kind} ${name}`,
    ...(name === undefined ? {} : { object: { resource: kind, name } }),
    chart,
    chartIn,
    chartSource: undefined,
    version,
    namespace: knownText(nodeAt(spec, ['destination', 'namespace'])),
    values,
    destination: cluster ?? knownText(nodeAt(spec, ['destination', 'server'])),
    deploys: true,
    isReconciled: true,
    span: map.span,
  };
}

function valuesOf(
  { document, isPatched }: Application,
  { path, map }: ApplicationSource,
  chart: SourceChart,
  refs: ReadonlySet<string>,
  text: string,
): OwnValues {
  const patches = isPatched ? [unknownAt(map.span)] : [];
  const found = nodeAt(map, ['helm']);
  const helm = typeof found === 'string' ? undefined : resolve(found);
  if (helm?.kind !== 'map') {
    const isUnknown = found === 'unknown' || (helm?.kind === 'scalar' && helm.value.kind === 'unknown');
    return { layers: [], sources: isUnknown ? [unknownAt(map.span)] : patches };
  }
  const own = ownValuesOf({
    text,
    document,
    carrier: 'argo-application',
    helm,
    path: [...path, 'helm'],
    isForCilium: isCilium(chart),
  });
  const hidden = helm.open ? [unknownAt(helm.span)] : [];
  return {
    layers: own.layers,
    sources: [...valueFilesOf(helm, chart, refs), ...own.sources, ...hidden, ...patches],
  };
}

/** Writes a change into `valuesObject`, into the YAML of `values`, or as an item of `parameters`. */
function writeApplication(text: string, { document, path }: LayerAddress, change: Change): EditResult {
  const end = path.indexOf('helm') + 2;
  if (path[end - 1] !== 'parameters') return writeValues(text, { document, path }, change);
  return writeSetList(text, { document, path: path.slice(0, end) }, path.slice(end), parameterList, change);
}
