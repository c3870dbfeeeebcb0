import { applyEdits, composeEdits, refused, type Change, type EditResult } from '../edits/edit.ts';
import { editYaml } from '../edits/edit-yaml.ts';
import type { Fact } from '../facts/fact.ts';
import type { LayerAddress } from '../facts/settings.ts';
import { companionOf, keysOfTool } from '../knowledge/tools.ts';
import { mapAt, stringAt } from '../yaml/navigate.ts';
import type { KeyPath, Scalar, YamlDocument, YamlNode } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { Carrier } from './carrier.ts';
import { namedAt } from './named.ts';
import { remoteDeployment } from './remote-chart.ts';
import { pinnedVersion, settingsOfTool } from './tool-settings.ts';

/** `spec.networking.cilium` of a kops Cluster, of which kops writes the `cilium-config` (https://kops.sigs.k8s.io/networking/cilium/). */
export const kopsClusterCarrier: Carrier = {
  name: 'kops-cluster',
  kinds: ['yaml'],
  hints: ['kops.k8s.io/'],
  read: (file) => file.yaml().documents.flatMap(factsOf),
  write: writeKops,
};

const networking: KeyPath = ['spec', 'networking', 'cilium'];

function factsOf({ root, index }: YamlDocument): readonly Fact[] {
  const isCluster =
    stringAt(root, ['kind']) === 'Cluster' &&
    stringAt(root, ['apiVersion'])?.startsWith('kops.k8s.io/') === true;
  const map = isCluster ? mapAt(root, networking) : undefined;
  if (map === undefined) return [];
  const version = namedAt(root, [...networking, 'version']);
  const address = { document: index, path: networking };
  const deployment = remoteDeployment({
    title: `Cluster ${stringAt(root, ['metadata', 'name']) ?? ''}`.trim(),
    chart: { kind: 'text', text: 'cilium', span: map.span },
    version,
    namespace: 'kube-system',
    values: [{ kind: 'own-layer', address }],
    span: map.span,
  });
  return [
    {
      kind: 'settings',
      carrier: 'kops-cluster',
      dialect: 'agent',
      chart: { name: 'cilium' },
      address,
      span: map.span,
      ...settingsOfTool('kops', map, pinnedVersion(version)),
      spelledAs: spellings,
    },
    deployment,
  ];
}

const spellings = Object.fromEntries(
  keysOfTool('kops').map(({ key, path }) => [path.join('.'), `${key.join('.')}: true`]),
);

/** kops refuses some keys without another one, which is then set as well. */
function writeKops(text: string, address: LayerAddress, change: Change): EditResult {
  if (change.op !== 'set') return refused('not-writable');
  const row = keyFor(change.path);
  const value = asBoolean(change.value);
  if (row === undefined || value === undefined) return refused('not-writable');
  const near = change.near === undefined ? undefined : keyFor(change.near)?.key;
  const base = { document: address.document, base: address.path };
  const first = editYaml(text, base, { op: 'set', path: row.key, value, ...(near && { near }) });
  const companion = value ? companionOf(row, pinnedVersion(versionIn(text, address))) : undefined;
  if (!first.ok || companion === undefined) return first;
  const second = editYaml(applyEdits(text, first.edits), base, {
    op: 'set',
    path: companion,
    value: true,
    near: row.key,
  });
  return second.ok ? { ok: true, edits: composeEdits(text, first.edits, second.edits) } : second;
}

function keyFor(path: KeyPath) {
  return keysOfTool('kops').find((row) => row.path.join('.') === path.join('.'));
}

function versionIn(text: string, { document, path }: LayerAddress) {
  const root: YamlNode | undefined = parseYaml(text).documents[document]?.root;
  return namedAt(root, [...path, 'version']);
}

function asBoolean(value: Scalar): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}
