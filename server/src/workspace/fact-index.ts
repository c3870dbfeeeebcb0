import type { Fact, Placed } from '../facts/fact.ts';
import { archiveAround } from '../source/chart-archive.ts';
import { withoutDefinitions } from '../source/definitions.ts';
import { embeddedFiles, placedWithin } from '../source/embedded-files.ts';
import { sourceFile, sourceKindOf, pathOf, type SourceFile, type SourceKind } from '../source/file.ts';
import { mayWriteManifests } from '../source/here-documents.ts';
import { quickScan } from '../source/quick-scan.ts';
import type { Reader } from '../source/reader.ts';
import { keptList } from './derived.ts';
import { lineStartsOf, type LineStarts } from './positions.ts';
import { isSame } from './same.ts';

/** What the index keeps of a file: its facts, and where its lines begin. Never its text. */
export interface IndexedFile {
  readonly facts: readonly Placed[];
  readonly lineStarts: LineStarts;
}

/** How much work the index had: every file counts once, however often it changed. */
export interface IndexStatistics {
  readonly files: number;
  /** Files that the quick scan let through to a reader. */
  readonly read: number;
  /** How often a text was read since the index was made: a change in one file reads one file. */
  readonly reads: number;
}

/** Which file gave which facts, kept current as files change. */
export interface FactIndex {
  /**
   * Takes the text of a new or changed file. Returns whether the facts of the workspace, or what `hasPath` answers, changed:
   * a fact that the file gave before stays the same object.
   */
  readonly update: (uri: string, text: string) => boolean;
  /** What the readers would find in a file if this were its text; nothing is kept. */
  readonly factsIn: (uri: string, text: string) => readonly Fact[];
  /** Forgets a file. Returns whether the workspace had it. */
  readonly remove: (uri: string) => boolean;
  /** In the order in which they came; files without facts keep their place as well. */
  readonly files: () => ReadonlyMap<string, IndexedFile>;
  /** Whether a file with this decoded path is part of the workspace, with facts or without. */
  readonly hasPath: (path: string) => boolean;
  readonly statistics: () => IndexStatistics;
}

/** An empty index over these readers. */
export function createFactIndex(readers: readonly Reader[]): FactIndex {
  const files = new Map<string, IndexedFile>();
  /** Every file of a kind that is read at all, by decoded path. */
  const seen = new Map<string, 'read' | 'skipped'>();
  const scan = quickScan(readers);
  let reads = 0;

  const update = (uri: string, text: string): boolean => {
    const path = pathOf(uri);
    const kind = sourceKindOf(path);
    if (kind === undefined) return false;
    const told = kind === 'yaml' ? withoutDefinitions(text) : text;
    const interested = interestedIn(kind, told, scan(path, told));
    const isNew = !seen.has(path);
    seen.set(path, interested.length > 0 ? 'read' : 'skipped');
    if (interested.length > 0) reads++;
    const before = files.get(uri)?.facts ?? nothing.facts;
    const found = interested.length === 0 ? [] : factsOf(sourceFile(uri, kind, told), interested);
    const facts = placedAt(uri, found, before);
    files.set(uri, facts.length === 0 ? nothing : { facts, lineStarts: lineStartsOf(text) });
    return facts !== before || isNew;
  };

  const factsIn = (uri: string, text: string): readonly Fact[] => {
    const path = pathOf(uri);
    const kind = sourceKindOf(path);
    if (kind === undefined) return [];
    const interested = interestedIn(kind, text, scan(path, text));
    return interested.length === 0 ? [] : factsOf(sourceFile(uri, kind, text), interested);
  };

  const remove = (uri: string): boolean => {
    const wasThere = files.delete(uri);
    return seen.delete(pathOf(uri)) || wasThere;
  };

  const statistics = (): IndexStatistics => {
    let read = 0;
    for (const state of seen.values()) if (state === 'read') read++;
    return { files: seen.size, read, reads };
  };

  return { update, factsIn, remove, files: () => files, hasPath: (path) => seen.has(path), statistics };
}

/** The facts of a file, each of them as the object that it was before if it still says the same. */
function placedAt(uri: string, facts: readonly Fact[], before: readonly Placed[]): readonly Placed[] {
  const placed = facts.map((fact, index): Placed => {
    const known = before[index];
    return known !== undefined && isSame(known.fact, fact) ? known : { uri, fact };
  });
  return keptList(placed, before);
}

/** Of a file without facts nobody asks for a place. */
const nothing: IndexedFile = { facts: [], lineStarts: [0] };

/** What counts of a packed chart: no one could be shown a place in it. */
const packedKinds: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>(['chart', 'chart-comments', 'settings']);

/** Those of the readers that read files of a kind, or the manifests that a script of this text may hold. */
function interestedIn(kind: SourceKind, text: string, readers: readonly Reader[]): readonly Reader[] {
  const mayEmbed = kind === 'script' && mayWriteManifests(text);
  return readers.filter(({ kinds }) => kinds.includes(kind) || (mayEmbed && kinds.includes('yaml')));
}

/** What readers find in a file and in the manifests that it carries as text. */
function factsOf(file: SourceFile, readers: readonly Reader[]): readonly Fact[] {
  const own = readers.filter(({ kinds }) => kinds.includes(file.kind));
  const read = (source: SourceFile, by: readonly Reader[]): readonly Fact[] =>
    by.flatMap((reader) => reader.read(source));
  if (archiveAround(file.path) !== undefined)
    return read(file, own).filter(({ kind }) => packedKinds.has(kind));
  // Who reads lines of scripts has seen those of their manifests.
  const inside = file.kind === 'yaml' ? own : readers.filter((reader) => !own.includes(reader));
  const mayEmbed = inside.some(({ isTextual }) => isTextual !== true);
  const embedded = mayEmbed ? embeddedFiles(file) : [];
  return [
    ...read(file, own),
    ...embedded.flatMap((inner) => read(inner.file, inside).map((fact) => placedWithin(fact, inner.within))),
  ];
}
