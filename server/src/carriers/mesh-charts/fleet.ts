import type { MeshReleaseFact, MeshValuesSource } from '../../facts/mesh-install.ts';
import type { SourceFile } from '../../source/file.ts';
import { knownText, nodeAt, resolve, stringAt, stringsAt } from '../../yaml/navigate.ts';
import type { KeyPath, YamlDocument } from '../../yaml/node.ts';
import { fleetFile } from '../fleet.ts';
import { meshRelease, switchesAt } from './release.ts';

/** The releases of meshes' charts that a fleet.yaml or a HelmOp of Rancher Fleet asks for. */
export function releasesOfFleet(
  document: YamlDocument,
  { path, text }: SourceFile,
): readonly MeshReleaseFact[] {
  const root = resolve(document.root);
  const isHelmOp =
    stringAt(root, ['kind']) === 'HelmOp' &&
    stringAt(root, ['apiVersion'])?.startsWith('fleet.cattle.io/') === true;
  if (root?.kind !== 'map' || (!isHelmOp && !fleetFile.test(path))) return [];
  const spec: KeyPath = isHelmOp ? ['spec'] : [];
  const said = (...keys: readonly string[]): string | undefined =>
    knownText(nodeAt(root, [...spec, ...keys]));
  const chart = said('helm', 'chart');
  if (chart === undefined) return [];
  const name = said('helm', 'releaseName') ?? stringAt(root, ['metadata', 'name']) ?? chart;
  const files = stringsAt(root, [...spec, 'helm', 'valuesFiles']).map((file): MeshValuesSource => ({
    kind: 'file',
    path: file,
    base: 'file',
  }));
  return meshRelease({
    via: isHelmOp ? `HelmOp ${name}` : `Fleet's release ${name}`,
    chart,
    evidence: [said('helm', 'repo')],
    name,
    namespace: said('namespace') ?? said('defaultNamespace'),
    version: said('helm', 'version'),
    values: [...switchesAt(text, root, [...spec, 'helm', 'values']), ...files],
    ...(isHelmOp ? { isObject: true } : {}),
    span: root.span,
  });
}
