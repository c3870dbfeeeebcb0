import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describe, it } from 'node:test';
import { suites } from '../../../scripts/testing/suites.ts';

/** Pages that say where things are, held against what is there. */
const root = join(import.meta.dirname, '../../..');

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The text between backticks with which rows of tables on a page begin. */
const firstCells = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^\| \[?`([^`]+)`/gm)].map(([, cell = '']) => cell);

describe('the pages that say where things are', () => {
  it('name every file of the data', () => {
    const files = globSync('schemas/{cilium,mesh}/*.json', { cwd: root })
      .map((file) => file.replaceAll(sep, '/').replace('schemas/', ''))
      .filter((file) => !file.endsWith('.schema.json'));
    assert.deepEqual([...new Set(firstCells('docs/knowledge.md'))].sort(), files.sort());
  });

  it('name every suite, in the order in which they run', () => {
    const named = firstCells('test/README.md').filter((cell) => !cell.endsWith('/'));
    assert.deepEqual(
      named,
      suites.map(({ name }) => name),
    );
  });

  it('name every room of the server', () => {
    const rooms = [...new Set(globSync('server/src/*/*.ts', { cwd: root }).map((file) => dirname(file)))];
    const page = textOf('docs/architecture.md');
    for (const room of rooms) assert.ok(page.includes(`\`${room.split(sep).at(-1) ?? ''}/\``), room);
  });

  it('link to files that are there', () => {
    const pages = globSync(
      ['*.md', 'docs/*.md', 'docs/rules/*.md', 'test/*.md', 'test/*/README.md', 'examples/*.md'],
      {
        cwd: root,
      },
    );
    const links = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) =>
        join(dirname(page), target),
      ),
    );
    assert.ok(links.length > 100);
    assert.deepEqual(
      links.filter((link) => !existsSync(join(root, link))),
      [],
    );
  });
});
