import type { ValuesSource } from '../../facts/deployment.ts';
import { knownText, nodeAt, resolve, scalarOf } from '../../yaml/navigate.ts';
import type { MapNode, Span, YamlNode } from '../../yaml/node.ts';
import type { SourceChart } from './sources.ts';

/**
 * `helm.valueFiles` in order: relative to the chart's folder, from the root of its repository (`/…`), or from that of
 * another source (`$ref/…`).
 */
export function valueFilesOf(
  helm: MapNode,
  { folder }: SourceChart,
  refs: ReadonlySet<string>,
): readonly ValuesSource[] {
  const found = nodeAt(helm, ['valueFiles']);
  const list = typeof found === 'string' ? undefined : resolve(found);
  if (list?.kind !== 'sequence') return [];
  const isOptional = scalarOf(nodeAt(helm, ['ignoreMissingValueFiles'])) === true;
  const files = list.items.map((item) => ({ item, path: pathOf(item, folder, refs) }));
  const known = files.flatMap(({ path }) => (path.kind === 'path' ? [path] : []));
  const sources = files.flatMap(({ item, path }): readonly ValuesSource[] => {
    switch (path.kind) {
      case 'path': {
        const beside = known.filter((other) => other.ref === path.ref).map((other) => other.path);
        const ofChart = path.ref === undefined && folder !== undefined ? [`${folder}/Chart.yaml`] : [];
        const optional = isOptional ? { optionalBeside: [...beside, ...ofChart] } : {};
        return [{ kind: 'file', path: path.path, base: 'repository', span: item.span, ...optional }];
      }
      case 'unknown':
        return [unknownAt(item.span)];
      case 'defaults':
        return [];
    }
  });
  return list.open ? [...sources, unknownAt(list.span)] : sources;
}

/** Something that Argo CD knows and the file does not tell. */
export function unknownAt(span: Span): ValuesSource {
  return { kind: 'unknown', span };
}

type FilePath =
  | { readonly kind: 'path'; readonly path: string; readonly ref: string | undefined }
  | { readonly kind: 'unknown' }
  /** The chart's own values.yaml, which count anyhow. */
  | { readonly kind: 'defaults' };

const unknown: FilePath = { kind: 'unknown' };

/** Other files of a chart in a registry, remote files and patterns are not to be read here. */
function pathOf(item: YamlNode, folder: string | undefined, refs: ReadonlySet<string>): FilePath {
  const text = knownText(item);
  if (text === undefined || /:\/\/|[*?[]/.test(text)) return unknown;
  const [, ref, inRef] = /^\$([^/]+)\/(.+)$/.exec(text) ?? [];
  if (ref !== undefined && inRef !== undefined) {
    return refs.has(ref) && !inRef.includes('$') ? { kind: 'path', path: inRef, ref } : unknown;
  }
  if (text.includes('$')) return unknown;
  if (text.startsWith('/'))
    return folder === undefined ? unknown : { kind: 'path', path: text, ref: undefined };
  if (folder !== undefined) return { kind: 'path', path: `${folder}/${text}`, ref: undefined };
  return /^(?:\.\/)?values\.yaml$/.test(text) ? { kind: 'defaults' } : unknown;
}
