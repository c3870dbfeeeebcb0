import type { WorkspaceFolder } from 'vscode-languageserver';
import type { MeshLint } from '../features/mesh-lint.ts';
import { globExclusion } from '../files/exclusion.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { canonicalUri, isBelow, isUnsaved, pathBelow } from './uris.ts';

/**
 * A folder with an engine of its own: what stands in one folder of the workspace is no evidence in another. A `loose`
 * root is made for the documents of a folder that is open nowhere; of it, only open documents are read.
 */
export interface Root {
  readonly kind: 'folder' | 'loose';
  /** As the client calls it; names need not be unique. */
  readonly name: string;
  /** Canonical, without a slash at its end. */
  readonly uri: string;
  readonly lint: MeshLint;
  /** Files on disk that the engine was given. */
  readonly files: Set<string>;
  settings: Settings;
  /** Whether the settings exclude a path below the root. */
  excludes: (path: string) => boolean;
  /** Resolves when everything below the root has been read; until then there is nothing reliable to say about it. */
  ready: Promise<void>;
  isReady: boolean;
}

/** The roots of the workspace. Every document has one: the innermost folder around it, or a loose one. */
export interface Roots {
  readonly all: () => readonly Root[];
  /** The root that a file belongs to, if there is one already. */
  readonly of: (uri: string) => Root | undefined;
  /** The same; makes a loose root where there is none. */
  readonly ofDocument: (uri: string) => Root;
  readonly addFolder: (folder: WorkspaceFolder) => void;
  readonly removeFolder: (folder: WorkspaceFolder) => Root | undefined;
  readonly removeLoose: (root: Root) => void;
}

/**
 * @param createEngine makes the engine of a root
 * @param prepare begins to read a new root; its promise, which must not reject, becomes `ready`
 */
export function createRoots(createEngine: () => MeshLint, prepare: (root: Root) => Promise<void>): Roots {
  const roots = new Map<string, Root>();

  const add = (kind: Root['kind'], uri: string, name: string): Root => {
    const root: Root = {
      kind,
      name: name === '' ? lastName(uri) : name,
      uri,
      lint: createEngine(),
      files: new Set(),
      settings: defaultSettings,
      excludes: () => false,
      ready: Promise.resolve(),
      isReady: false,
    };
    roots.set(uri, root);
    root.ready = prepare(root);
    return root;
  };

  return {
    all: () => [...roots.values()],
    of: (uri) => rootAround(uri, [...roots.values()]),
    ofDocument: (uri) => rootAround(uri, [...roots.values()]) ?? add('loose', parentOf(uri), ''),
    addFolder: ({ uri, name }) => {
      const folder = folderUri(uri);
      if (roots.get(folder)?.kind !== 'folder') add('folder', folder, name);
    },
    removeFolder: ({ uri }) => {
      const root = roots.get(folderUri(uri));
      roots.delete(folderUri(uri));
      return root;
    },
    removeLoose: (root) => {
      if (root.kind === 'loose') roots.delete(root.uri);
    },
  };
}

/**
 * The roots that are told of as the workspace: without documents that were never saved, which are checked by themselves, unless
 * there is nothing else.
 */
export function rootsOfWorkspace(roots: Roots): readonly Root[] {
  const saved = roots.all().filter(({ uri }) => !isUnsaved(uri));
  return saved.length === 0 ? roots.all() : saved;
}

/** Resolves when all of these roots are ready at the same time, also those that begin anew while others end. */
export async function whenReady(wanted: () => readonly Root[]): Promise<void> {
  while (wanted().some(({ isReady }) => !isReady)) await Promise.all(wanted().map(({ ready }) => ready));
}

/** Puts new settings into force for a root; what follows from them is up to the caller. */
export function applySettings(root: Root, settings: Settings): void {
  root.settings = settings;
  root.excludes = globExclusion(settings.exclude);
}

/** Whether the settings of a root let a file of it be read. */
export function admits(root: Root, uri: string): boolean {
  return root.settings.enable && !root.excludes(pathBelow(uri, root.uri));
}

/** The root that a file belongs to: the innermost folder around it, or the loose one right above it. */
export function rootAround(uri: string, roots: readonly Root[]): Root | undefined {
  const folders = roots.filter(({ kind, uri: folder }) => kind === 'folder' && isBelow(uri, folder));
  const [innermost] = folders.toSorted((left, right) => right.uri.length - left.uri.length);
  return innermost ?? roots.find(({ kind, uri: folder }) => kind === 'loose' && folder === parentOf(uri));
}

function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

function lastName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/^untitled:/, '');
}

function folderUri(uri: string): string {
  return canonicalUri(uri).replace(/\/+$/, '');
}
