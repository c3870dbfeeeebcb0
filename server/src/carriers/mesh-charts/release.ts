import type { Named } from '../../facts/deployment.ts';
import type { MeshReleaseFact, MeshValuesSource } from '../../facts/mesh-install.ts';
import type { Setting } from '../../facts/settings.ts';
import { installsOfChart, isSwitchPath } from '../../knowledge/mesh-installs.ts';
import type { KeyPath, Span, YamlNode } from '../../yaml/node.ts';
import { nodeAt, resolve } from '../../yaml/navigate.ts';
import { parseEmbedded } from '../../yaml/embedded.ts';
import type { Script } from '../commands/script.ts';
import { flattenSettings } from '../flatten.ts';

/** A release as its form says it; what is absent here, a form has no place for. */
export type MeshRelease = Pick<MeshReleaseFact, 'via' | 'name' | 'span'> &
  Partial<Omit<MeshReleaseFact, 'kind' | 'evidence'>> & {
    readonly evidence: readonly (string | undefined)[];
  };

/** The fact of a release, if its chart may be a mesh's. The name of a release is evidence of whose chart it is. */
export function meshRelease(release: MeshRelease): readonly MeshReleaseFact[] {
  const { name, chart } = release;
  const evidence = [...release.evidence, name].flatMap((text) => text ?? []);
  if (chart !== undefined && installsOfChart(chart, evidence).length === 0) return [];
  const unsaid = { chart, chartSource: undefined, namespace: undefined, version: undefined, values: [] };
  return [{ ...unsaid, ...release, kind: 'mesh-release', evidence }];
}

/** The settings among those of a chart's values that switch parts of meshes. */
export function inlineSwitches(settings: readonly Setting[]): readonly MeshValuesSource[] {
  const kept = settings.filter(({ path }) => isSwitchPath(path));
  return kept.length === 0 ? [] : [{ kind: 'inline', settings: kept }];
}

/** The same of values at a path: a map, or YAML in a scalar. */
export function switchesAt(
  text: string,
  root: YamlNode | undefined,
  path: KeyPath,
): readonly MeshValuesSource[] {
  const found = nodeAt(root, path);
  const node = typeof found === 'string' ? undefined : resolve(found);
  const map = node?.kind === 'scalar' ? resolve(parseEmbedded(text, node).documents[0]?.root) : node;
  return map?.kind === 'map' ? inlineSwitches(flattenSettings(map).settings) : [];
}

/** The text of something that a file names, unless a template stands there. */
export function textOf(named: Named | undefined): string | undefined {
  return named?.kind === 'text' ? named.text : undefined;
}

/** Settings of a script, with their places in its file. */
export function placedSettings(
  settings: readonly Setting[],
  { placeOf }: Pick<Script, 'placeOf'>,
): readonly Setting[] {
  const moved = ({ start, end }: Span): Span => ({ start: placeOf(start), end: placeOf(end) });
  return settings.map((setting) => ({
    ...setting,
    keySpan: moved(setting.keySpan),
    valueSpan: moved(setting.valueSpan),
  }));
}
