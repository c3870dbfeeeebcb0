import type { ValuesSource } from '../facts/deployment.ts';
import type { Fact, Placed } from '../facts/fact.ts';
import type { Location, Span } from '../facts/location.ts';
import { pathOf } from '../source/file.ts';
import { ofKind } from '../workspace/of-kind.ts';
import { folderOf, joinPath } from '../workspace/paths.ts';
import { chartSourceOf } from '../workspace/releases/chart-sources.ts';
import { nearest } from '../workspace/releases/nearest.ts';
import type { FileView } from './file-view.ts';
import { uriBeside } from './uri-beside.ts';
import { deploymentsAmong, pathNamed, type NamedFile } from './values-files.ts';
import { touches } from './touches.ts';

/** A text of a file that names another file, or an object of one, and what it means. */
export interface FileReference {
  readonly span: Span;
  /** At the beginning of a file, where the file as a whole is meant. */
  readonly target: Location;
}

/**
 * What a file says of other files of the workspace: values files, charts, resources and patches of a kustomization, folders that
 * a controller applies, objects that hold values. What is not there leads nowhere.
 */
export function fileReferencesIn(text: string, view: FileView): readonly FileReference[] {
  const named = deploymentsAmong(view.facts.map((fact): Placed => ({ uri: view.uri, fact }))).flatMap(
    (deployment) => namedByDeployment(deployment, view),
  );
  const found = [...named, ...view.facts.flatMap((fact) => namedBy(fact, view))].flatMap((one) =>
    placesOf(one, text).map((span) => ({ span, target: one.target })),
  );
  const bySpan = new Map(found.map((one) => [`${one.span.start} ${one.span.end}`, one]));
  return [...bySpan.values()].sort((one, other) => one.span.start - other.span.start);
}

/** What is named at an offset. */
export function targetsAt(offset: number, references: readonly FileReference[]): readonly Location[] {
  return references.flatMap(({ span, target }) => (touches(span, offset) ? [target] : []));
}

/** A word that names something, somewhere within a stretch of the text. */
interface Named {
  readonly word: string;
  /** What stands right before it, where the word may stand elsewhere as well. */
  readonly behind?: RegExp;
  readonly within: Span;
  readonly target: Location;
}

function namedByDeployment(
  { uri, fact }: ReturnType<typeof deploymentsAmong>[number],
  view: FileView,
): readonly Named[] {
  const { chart, chartIn } = fact;
  const base = chartIn === 'repository' ? 'repository' : 'file';
  const source = chartSourceOf(fact, uri, ofKind(view.workspace.facts, 'chart-source'));
  return [
    ...fact.values.flatMap((one) => namedBySource(one, fact.namespace, view)),
    ...(chart?.kind === 'text' && chartIn !== 'registry'
      ? named(chart.text, chart.span, inFolder(chart.text, base, chartFiles), view)
      : []),
    ...(source === undefined
      ? []
      : [
          {
            word: source.fact.name,
            behind: /\bchartRef:(?:(?!\bname:)[^])*\bname:\s*["']?$/,
            within: fact.span,
            target: { uri: source.uri, span: source.fact.span },
          },
        ]),
  ];
}

const chartFiles: readonly string[] = ['Chart.yaml'];
const kustomizationFiles: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

function namedBySource(
  source: ValuesSource,
  ofDeployment: string | undefined,
  view: FileView,
): readonly Named[] {
  switch (source.kind) {
    case 'file':
      return named(source.path, source.span, [source], view);
    case 'object': {
      const target = objectMeant(source, ofDeployment, view);
      const behind = /\bname:\s*["']?$/;
      return target === undefined ? [] : [{ word: source.name, behind, within: source.span, target }];
    }
    case 'own-layer':
    case 'unknown':
      return [];
  }
}

/** The object that holds values, or the file that it is made of. */
function objectMeant(
  source: Extract<ValuesSource, { readonly kind: 'object' }>,
  ofDeployment: string | undefined,
  view: FileView,
): Location | undefined {
  const wanted = source.namespace ?? ofDeployment;
  const objects = ofKind(view.workspace.facts, 'values-object').filter(
    ({ fact }) =>
      fact.object === source.object &&
      fact.name === source.name &&
      fact.key === source.key &&
      (fact.namespace === undefined || wanted === undefined || fact.namespace === wanted),
  );
  const object = nearest(objects, view.uri);
  if (object === undefined) return undefined;
  const { uri, fact } = object;
  if (fact.holds.kind !== 'file') return { uri, span: fact.span };
  const path = joinPath(folderOf(pathOf(uri)), fact.holds.path);
  return view.hasPath(path) ? fileAt(path, view) : { uri, span: fact.span };
}

/** What a file names beside deployments. */
function namedBy(fact: Fact, view: FileView): readonly Named[] {
  switch (fact.kind) {
    case 'kustomization': {
      const { base, span, resources, components, files, patches } = fact;
      const patchFiles = patches.flatMap(({ from }) => (from.kind === 'file' ? [from.path] : []));
      const folderFiles = [...kustomizationFiles, ...(fact.role === 'applier' ? chartFiles : [])];
      return [...resources, ...components, ...files, ...patchFiles].flatMap((path) =>
        named(path, span, [{ path, base }, ...inFolder(path, base, folderFiles)], view),
      );
    }
    case 'mesh-release':
      return fact.values.flatMap((source) =>
        source.kind === 'file' ? named(source.path, fact.span, [source], view) : [],
      );
    case 'chart':
      return fact.dependencies.flatMap(({ repository = '' }) =>
        repository.startsWith('file://')
          ? named(repository, fact.span, inFolder(repository.slice(7), 'file', chartFiles), view)
          : [],
      );
    default:
      return [];
  }
}

/** The first of some files that the workspace has. */
function named(
  word: string,
  within: Span,
  candidates: readonly NamedFile[],
  view: FileView,
): readonly Named[] {
  for (const candidate of candidates) {
    const path = pathNamed(candidate, view.uri, view.hasPath);
    if (path !== undefined) return [{ word, within, target: fileAt(path, view) }];
  }
  return [];
}

function inFolder(folder: string, base: NamedFile['base'], names: readonly string[]): readonly NamedFile[] {
  return names.map((name) => ({ path: `${folder}/${name}`, base }));
}

function fileAt(path: string, { uri }: FileView): Location {
  return { uri: uriBeside(uri, path), span: { start: 0, end: 0 } };
}

/** Where a word stands within its stretch, comments left out; where that is a single word, quotes are. */
function placesOf({ word, behind, within: { start, end } }: Named, text: string): readonly Span[] {
  const stretch = text.slice(start, end);
  if (!/[\s,;]/.test(stretch)) {
    const [, quote = '', inside = ''] = /^(["']?)(.*?)["']?$/.exec(stretch) ?? [];
    return [{ start: start + quote.length, end: start + quote.length + inside.length }];
  }
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return [...stretch.matchAll(new RegExp(`(?<![\\w./-])${escaped}(?![\\w./-])`, 'g'))].flatMap(
    ({ index }) => {
      const from = start + index;
      const lineBefore = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
      const isMeant = !/(?:^|\s)#/.test(lineBefore) && behind?.test(stretch.slice(0, index)) !== false;
      return isMeant ? [{ start: from, end: from + word.length }] : [];
    },
  );
}
