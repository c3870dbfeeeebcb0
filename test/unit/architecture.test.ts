import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, it } from 'node:test';

/** What docs/architecture.md says of imports, read from the files themselves: eslint holds the table of rooms. */
const root = join(import.meta.dirname, '../..');

interface SourceModule {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** As written. */
  readonly imports: readonly string[];
}

const modulesIn = (folder: string): readonly SourceModule[] =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const imports = text.matchAll(
      /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?'([^']+)'|\bimport\(\s*'([^']+)'/gm,
    );
    return {
      path: file.replaceAll(sep, '/'),
      text,
      imports: [...imports].map((found) => found[1] ?? found[2] ?? ''),
    };
  });

const server = modulesIn('server/src');
const client = modulesIn('client/src');

/** The room of `server/src/` that a module lies in; absent for what lies elsewhere. */
const roomOf = (path: string): string | undefined => /^server\/src\/([^/]+)\//.exec(path)?.[1];

const neighbours = ({ path, imports }: SourceModule): readonly string[] =>
  imports
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(path), name)).replaceAll(sep, '/'));

/** `server/src/rules/names.ts ruleNames`, for each name that a module imports from another of ours. */
const importedBy = ({ path, text }: SourceModule): readonly string[] =>
  [...text.matchAll(/^import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'(\.[^']+)'/gm)].flatMap(
    ([, names = '', from = '']) =>
      names
        .split(',')
        .map((name) => name.trim().replace(/^type\s+|\s+as\s.*$/gs, ''))
        .map((name) => `${normalize(join(dirname(path), from)).replaceAll(sep, '/')} ${name}`),
  );

/** A way from a node back to itself, if there is one. */
function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const finished = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (finished.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle !== undefined) return cycle;
    }
    finished.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

const offenders = (modules: readonly SourceModule[], isForbidden: (name: string, path: string) => boolean) =>
  modules.flatMap(({ path, imports }) =>
    imports.filter((name) => isForbidden(name, path)).map((name) => `${path} imports ${name}`),
  );

describe('the architecture', () => {
  it('is read from all modules and their imports', () => {
    assert.ok(server.length > 50 && client.length > 0);
    assert.ok(server.flatMap(neighbours).length > 100);
  });

  it('lets no room import itself by way of others', () => {
    const rooms = new Map<string, Set<string>>();
    for (const module of server) {
      const room = roomOf(module.path) ?? '';
      const others = neighbours(module).map((path) => roomOf(path) ?? '');
      rooms.set(room, new Set([...(rooms.get(room) ?? []), ...others.filter((other) => other !== room)]));
    }
    rooms.delete('');
    assert.equal(cycleIn(rooms)?.join(' → '), undefined);
  });

  it('lets no module import itself by way of others', () => {
    const modules = new Map(server.map((module) => [module.path, new Set(neighbours(module))]));
    assert.equal(cycleIn(modules)?.join(' → '), undefined);
  });

  it('exports no function and no constant that nothing imports', () => {
    const everywhere = [...server, ...['scripts', 'bench', 'test'].flatMap(modulesIn)];
    const imported = new Set(everywhere.flatMap(importedBy));
    const exported = server.flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(
        ([, name = '']) => `${path} ${name}`,
      ),
    );
    assert.ok(exported.length > 500);
    const loadedLater = ['server/src/lsp/in-process.ts', 'server/src/lsp/in-worker.ts'];
    assert.deepEqual(
      exported.filter(
        (name) => !imported.has(name) && !loadedLater.some((path) => name.startsWith(`${path} `)),
      ),
      [],
    );
  });

  it('knows vscode in the client alone', () => {
    assert.deepEqual(
      offenders(server, (name) => name === 'vscode'),
      [],
    );
  });

  it('lets the client import nothing of the server', () => {
    assert.deepEqual(
      client.filter((module) => neighbours(module).some((path) => path.startsWith('server/'))),
      [],
    );
  });

  it('uses the platform in files/, lsp/ and cli/ alone', () => {
    const isHost = (path: string): boolean => ['files', 'lsp', 'cli'].includes(roomOf(path) ?? '');
    assert.deepEqual(
      offenders(server, (name, path) => name.startsWith('node:') && !isHost(path)),
      [],
    );
  });
});
