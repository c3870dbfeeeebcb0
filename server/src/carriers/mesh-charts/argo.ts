import type { MeshReleaseFact, MeshValuesSource } from '../../facts/mesh-install.ts';
import { itemsAt, knownText, nodeAt, resolve } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlDocument, YamlNode } from '../../yaml/node.ts';
import { applicationsIn, type Application } from '../argo/applications.ts';
import { parameterList } from '../argo/parameters.ts';
import { refsOf, sourcesOf, type ApplicationSource } from '../argo/sources.ts';
import { valueFilesOf } from '../argo/value-files.ts';
import { readSetList, settingsIn } from '../set-list/read.ts';
import { inlineSwitches, meshRelease, switchesAt } from './release.ts';

/**
 * The releases of meshes' charts that Applications of Argo CD are, and those that an ApplicationSet makes of the elements
 * of its lists (https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-List/).
 */
export function releasesOfArgo(document: YamlDocument, text: string): readonly MeshReleaseFact[] {
  return applicationsIn(document).flatMap((application) => {
    const sources = sourcesOf(application);
    const refs = refsOf(sources);
    const elements = elementsIn(application);
    return sources.flatMap((source) =>
      elements.flatMap((element) => releaseOf(application, source, element, refs, text)),
    );
  });
}

function releaseOf(
  { kind, name, spec, isPatched }: Application,
  { map }: ApplicationSource,
  element: MapNode | undefined,
  refs: ReadonlySet<string>,
  text: string,
): readonly MeshReleaseFact[] {
  const said = (path: KeyPath): string | undefined => filledIn(nodeAt(map, path), element);
  const repository = said(['repoURL']);
  const chart = said(['chart']) ?? (repository?.startsWith('oci://') === true ? repository : undefined);
  if (chart === undefined) return [];
  const title = filledIn(nodeAt(element, ['name']), element) ?? name ?? kind;
  const helm = nodeAt(map, ['helm']);
  const helmMap = typeof helm === 'string' ? undefined : resolve(helm);
  const values = helmMap?.kind === 'map' && !isPatched ? valuesOf(helmMap, refs, text) : [];
  return meshRelease({
    via: `${kind} ${title}`,
    chart,
    evidence: [repository],
    name: said(['helm', 'releaseName']) ?? title,
    namespace: filledIn(nodeAt(spec, ['destination', 'namespace']), element),
    version: said(['targetRevision']),
    values,
    isObject: true,
    span: element?.span ?? map.span,
  });
}

function valuesOf(helm: MapNode, refs: ReadonlySet<string>, text: string): readonly MeshValuesSource[] {
  const chart = { chart: { kind: 'unknown', span: helm.span }, chartIn: 'registry' } as const;
  const files = valueFilesOf(helm, { ...chart, version: undefined, folder: undefined }, refs);
  const found = nodeAt(helm, ['parameters']);
  const list = typeof found === 'string' ? undefined : resolve(found);
  const parameters = list?.kind === 'sequence' ? readSetList(list, parameterList).items : [];
  return [
    ...files.flatMap((file) =>
      file.kind === 'file' ? [{ kind: 'file', path: file.path, base: file.base } as const] : [],
    ),
    ...switchesAt(text, helm, ['values']),
    ...switchesAt(text, helm, ['valuesObject']),
    ...inlineSwitches(settingsIn(text, parameters, [])),
  ];
}

/** The elements that an ApplicationSet makes Applications of; one that is not there for an Application. */
function elementsIn({ kind, document, path }: Application): readonly (MapNode | undefined)[] {
  const own = path.slice(0, path.indexOf('spec'));
  const lists = ['', 'matrix', 'merge'].flatMap((nesting) =>
    itemsAt(document.root, [...own, 'spec', 'generators']).flatMap((generator) =>
      nesting === '' ? [generator] : itemsAt(generator, [nesting, 'generators']),
    ),
  );
  const elements = lists.flatMap((generator) =>
    itemsAt(generator, ['list', 'elements']).flatMap((item) => (item.kind === 'map' ? [item] : [])),
  );
  return kind === 'Application' || elements.length === 0 ? [undefined] : elements;
}

const field = /^\{\{-?\s*\.?(\w+)\s*-?\}\}$/;

/** A text, or the value that an element has for the field that a template names. */
function filledIn(node: YamlNode | 'absent' | 'unknown', element: MapNode | undefined): string | undefined {
  const scalar = typeof node === 'string' ? undefined : resolve(node);
  const known = knownText(scalar);
  if (known !== undefined || scalar?.kind !== 'scalar') return known;
  const name = field.exec(scalar.text.trim())?.[1];
  return name === undefined ? undefined : knownText(nodeAt(element, [name]));
}
