import type { DeploymentFact, Named, ValuesSource } from '../facts/deployment.ts';
import type { Fact } from '../facts/fact.ts';
import type { SourceFile } from '../source/file.ts';
import { itemsAt, nodeAt, resolve, scalarOf, stringAt, stringsAt } from '../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlDocument, YamlNode } from '../yaml/node.ts';
import type { Carrier } from './carrier.ts';
import { namedAt } from './named.ts';
import { noValues, unknownValues, valuesAt, type OwnPlace, type OwnValues } from './values-at.ts';
import { writeValues } from './write-values.ts';

/** What Rancher Fleet calls the file that makes a bundle of its folder. */
export const fleetFile = /(?:^|\/)fleet\.ya?ml$/;

/**
 * Rancher Fleet: the `helm` of a fleet.yaml, and of the Bundles and HelmOps that Fleet makes or takes. Lowest first `values`,
 * `valuesFiles`, the same of a target's customization, `valuesFrom` (https://fleet.rancher.io/ref-fleet-yaml,
 * internal/bundlereader/loaddirectory.go and internal/helmdeployer/install.go of https://github.com/rancher/fleet).
 */
export const fleetCarrier: Carrier = {
  name: 'fleet',
  kinds: ['yaml'],
  hints: ['fleet.cattle.io/'],
  paths: fleetFile,
  read: (file) => file.yaml().documents.flatMap((document) => factsOf(document, file)),
  write: writeValues,
};

interface Bundle {
  readonly place: OwnPlace;
  readonly root: MapNode;
  /** The keys to what a fleet.yaml has at its root. */
  readonly spec: KeyPath;
  readonly title: string;
  readonly object: DeploymentFact['object'];
}

function factsOf(document: YamlDocument, { path, text }: SourceFile): readonly Fact[] {
  const root = resolve(document.root);
  if (root?.kind !== 'map') return [];
  const place: OwnPlace = { text, document, carrier: 'fleet' };
  const resource = stringAt(root, ['kind']) ?? '';
  if (stringAt(root, ['apiVersion'])?.startsWith('fleet.cattle.io/') === true) {
    if (resource !== 'HelmOp' && resource !== 'Bundle') return [];
    const name = stringAt(root, ['metadata', 'name']) ?? '';
    const title = `${resource} ${name}`.trim();
    return deploymentsOf({ place, root, spec: ['spec'], title, object: { resource, name } });
  }
  if (!fleetFile.test(path) || resource !== '') return [];
  return deploymentsOf({ place, root, spec: [], title: 'fleet.yaml', object: undefined });
}

/**
 * One deployment of the bundle as it is or, where targets have values of their own, one for each of these: clusters that
 * match none of them are not known here.
 */
function deploymentsOf(bundle: Bundle): readonly Fact[] {
  const { root, spec, title } = bundle;
  const own: KeyPath = [...spec, 'helm'];
  const base = readHelm(bundle, own);
  if (base === undefined) return [];
  const list: KeyPath = [...spec, 'targetCustomizations'];
  const targets = itemsAt(root, list).flatMap((item, index) => {
    const at: KeyPath = [...list, String(index)];
    const isCustom = nodeAt(item, ['helm']) !== 'absent';
    const isLeftOut = scalarOf(nodeAt(item, ['doNotDeploy'])) === true;
    return isCustom && !isLeftOut ? [{ item, helm: readHelm(bundle, [...at, 'helm']) }] : [];
  });
  const deployments =
    targets.length === 0
      ? [deploymentOf(bundle, [base], title, root)]
      : targets.map(({ item, helm }) => {
          const name = stringAt(item, ['name']);
          const parts = helm === undefined ? [base, unknownHelm(item)] : [base, helm];
          return deploymentOf(bundle, parts, name === undefined ? title : `${title}, ${name}`, item);
        });
  const layers = [base, ...targets.flatMap(({ helm }) => helm ?? [])].flatMap(
    ({ own: { layers } }) => layers,
  );
  return [...layers, ...deployments.flatMap((deployment) => deployment ?? [])];
}

/** What a `helm` says. */
interface FleetHelm {
  readonly chart: Named | undefined;
  readonly isFromRepository: boolean;
  readonly version: Named | undefined;
  readonly own: OwnValues;
  readonly from: readonly ValuesSource[];
}

function readHelm({ place, root }: Bundle, path: KeyPath): FleetHelm | undefined {
  const node = nodeAt(root, path);
  const helm = typeof node === 'string' ? undefined : resolve(node);
  if (helm?.kind !== 'map') return undefined;
  const chart = namedAt(helm, ['chart']);
  const inline = valuesAt(place, [...path, 'values'], chart?.kind === 'text' && /cilium/i.test(chart.text));
  const files = filesOf(helm);
  return {
    chart,
    isFromRepository: nodeAt(helm, ['repo']) !== 'absent',
    version: namedAt(helm, ['version']),
    own: { layers: inline.layers, sources: [...inline.sources, ...files] },
    from: itemsAt(helm, ['valuesFrom']).map((item) => objectOf(item)),
  };
}

function unknownHelm({ span }: YamlNode): FleetHelm {
  const own = unknownValues(span);
  return {
    chart: undefined,
    isFromRepository: false,
    version: undefined,
    own: { ...noValues, ...own },
    from: [],
  };
}

function filesOf(helm: MapNode): readonly ValuesSource[] {
  const list = nodeAt(helm, ['valuesFiles']);
  const { span } = helm;
  return [
    ...(list === 'unknown' ? [{ kind: 'unknown', span } as const] : []),
    ...stringsAt(helm, ['valuesFiles']).map((path) => ({ kind: 'file', path, base: 'file', span }) as const),
  ];
}

/** Fleet reads the object in the cluster to which it deploys. */
function objectOf(item: YamlNode): ValuesSource {
  const { span } = item;
  const field = ['configMapKeyRef', 'secretKeyRef'].find((key) => nodeAt(item, [key]) !== 'absent');
  const name = field === undefined ? undefined : stringAt(item, [field, 'name']);
  if (field === undefined || name === undefined) return { kind: 'unknown', span };
  return {
    kind: 'object',
    object: field === 'secretKeyRef' ? 'Secret' : 'ConfigMap',
    name,
    namespace: stringAt(item, [field, 'namespace']),
    key: stringAt(item, [field, 'key']) ?? 'values.yaml',
    targetPath: undefined,
    span,
  };
}

/** The deployment that comes of several `helm`, the later over the earlier ones. */
function deploymentOf(
  { root, spec, object }: Bundle,
  parts: readonly FleetHelm[],
  title: string,
  { span }: YamlNode,
): DeploymentFact | undefined {
  const chart = parts.findLast((part) => part.chart !== undefined)?.chart;
  // Without a chart the folder is one, or holds plain manifests.
  const named: Named = chart ?? { kind: 'text', text: '.', span };
  const isFromRepository = parts.some((part) => part.isFromRepository);
  const namespace =
    stringAt(root, [...spec, 'namespace']) ?? stringAt(root, [...spec, 'defaultNamespace']) ?? 'default';
  return {
    kind: 'deployment',
    title,
    ...(object === undefined ? {} : { object }),
    chart: named,
    chartIn: isFromRepository ? 'registry' : 'file',
    chartSource: undefined,
    version: parts.findLast((part) => part.version !== undefined)?.version,
    namespace,
    values: [...parts.flatMap(({ own }) => own.sources), ...parts.flatMap(({ from }) => from)],
    destination: undefined,
    deploys: scalarOf(nodeAt(root, [...spec, 'paused'])) !== true,
    isReconciled: true,
    span,
  };
}
