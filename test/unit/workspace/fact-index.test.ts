import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fact } from '../../../server/src/facts/fact.ts';
import type { Reader } from '../../../server/src/source/reader.ts';
import { createFactIndex } from '../../../server/src/workspace/fact-index.ts';

/** Finds a Service in every file that says `service`, one per line, and counts how often it was asked. */
function serviceReader(kinds: Reader['kinds'] = ['yaml'], hints = ['service ']) {
  const asked: string[] = [];
  const reader: Reader = {
    kinds,
    hints,
    paths: /(?:^|\/)SERVICES\.yaml$/,
    read: ({ path, text }) => {
      asked.push(path);
      return [...text.matchAll(/service (\w+)/g)].map((found): Fact => {
        const span = { start: found.index, end: found.index + found[0].length };
        return {
          kind: 'service',
          name: found[1] ?? '',
          namespace: undefined,
          headless: false,
          selector: undefined,
          span,
        };
      });
    },
  };
  return { reader, asked };
}

describe('createFactIndex', () => {
  it('keeps the facts of a file and where its lines begin', () => {
    const index = createFactIndex([serviceReader().reader]);
    assert.equal(index.update('file:///repo/a.yaml', 'service cart\nservice prices\n'), true);
    const file = index.files().get('file:///repo/a.yaml');
    assert.deepEqual(
      file?.facts.map(({ fact }) => (fact.kind === 'service' ? fact.name : '')),
      ['cart', 'prices'],
    );
    assert.deepEqual(file.lineStarts, [0, 13, 28]);
  });

  it('replaces the facts of a file that changes, and keeps its place', () => {
    const index = createFactIndex([serviceReader().reader]);
    index.update('file:///repo/a.yaml', 'service cart');
    index.update('file:///repo/b.yaml', 'service prices');
    assert.equal(index.update('file:///repo/a.yaml', 'service basket'), true);
    assert.deepEqual([...index.files().keys()], ['file:///repo/a.yaml', 'file:///repo/b.yaml']);
    assert.deepEqual(index.files().get('file:///repo/a.yaml')?.facts.length, 1);
  });

  it('keeps facts that say the same after an edit as the objects they were, and tells that nothing changed', () => {
    const index = createFactIndex([serviceReader().reader]);
    index.update('file:///repo/a.yaml', 'service cart\n');
    const before = index.files().get('file:///repo/a.yaml');
    assert.equal(index.update('file:///repo/a.yaml', 'service cart\n\n# A line more.\n'), false);
    const after = index.files().get('file:///repo/a.yaml');
    assert.equal(after?.facts, before?.facts);
    assert.equal(after?.lineStarts.length, 4, 'but the lines are those of the new text');
  });

  it('keeps each fact before the place of an edit', () => {
    const index = createFactIndex([serviceReader().reader]);
    index.update('file:///repo/a.yaml', 'service cart\nservice prices\n');
    const [cart, prices] = index.files().get('file:///repo/a.yaml')?.facts ?? [];
    assert.equal(index.update('file:///repo/a.yaml', 'service cart\nservice price\n'), true);
    const [sameCart, price] = index.files().get('file:///repo/a.yaml')?.facts ?? [];
    assert.equal(sameCart, cart);
    assert.notEqual(price, prices);
  });

  it('forgets facts that are edited away, and says so once', () => {
    const index = createFactIndex([serviceReader().reader]);
    index.update('file:///repo/a.yaml', 'service cart');
    assert.equal(index.update('file:///repo/a.yaml', 'nothing'), true);
    assert.equal(index.update('file:///repo/a.yaml', 'nothing at all'), false);
    assert.deepEqual(index.files().get('file:///repo/a.yaml')?.facts, []);
  });

  it('keeps the place of a file that has no facts for a while', () => {
    const index = createFactIndex([serviceReader().reader]);
    index.update('file:///repo/a.yaml', 'nothing');
    index.update('file:///repo/b.yaml', 'service prices');
    index.update('file:///repo/a.yaml', 'service cart');
    assert.deepEqual([...index.files().keys()], ['file:///repo/a.yaml', 'file:///repo/b.yaml']);
  });

  it('forgets a removed file', () => {
    const index = createFactIndex([serviceReader().reader]);
    index.update('file:///repo/a.yaml', 'service cart');
    assert.equal(index.remove('file:///repo/a.yaml'), true);
    assert.equal(index.remove('file:///repo/a.yaml'), false);
    assert.equal(index.hasPath('/repo/a.yaml'), false);
    assert.deepEqual(index.statistics(), { files: 0, read: 0, reads: 1 });
  });
});

describe('the work of the index', () => {
  it('is one read for a change in one file', () => {
    const { reader, asked } = serviceReader();
    const index = createFactIndex([reader]);
    for (const name of ['a', 'b', 'c']) index.update(`file:///repo/${name}.yaml`, `service ${name}`);
    const before = index.statistics().reads;
    index.update('file:///repo/b.yaml', 'service basket');
    assert.equal(index.statistics().reads - before, 1);
    assert.deepEqual(asked, ['/repo/a.yaml', '/repo/b.yaml', '/repo/c.yaml', '/repo/b.yaml']);
  });

  it('leaves out files without any hint, and counts them', () => {
    const { reader, asked } = serviceReader();
    const index = createFactIndex([reader]);
    index.update('file:///repo/a.yaml', 'replicas: 2');
    index.update('file:///repo/b.yaml', 'service cart');
    assert.deepEqual(asked, ['/repo/b.yaml']);
    assert.deepEqual(index.statistics(), { files: 2, read: 1, reads: 1 });
  });

  it('gives a reader the files that it wants by name, whatever stands in them', () => {
    const { reader, asked } = serviceReader();
    createFactIndex([reader]).update('file:///repo/SERVICES.yaml', 'replicas: 2');
    assert.deepEqual(asked, ['/repo/SERVICES.yaml']);
  });

  it('gives a reader only its own kinds of files', () => {
    const { reader, asked } = serviceReader(['script']);
    const index = createFactIndex([reader]);
    index.update('file:///repo/a.yaml', 'service cart');
    index.update('file:///repo/install.sh', 'service cart');
    index.update('file:///repo/notes.txt', 'service cart');
    assert.deepEqual(asked, ['/repo/install.sh']);
    assert.equal(index.statistics().files, 2, 'a file of no kind is none of ours');
  });

  it('asks only the readers whose own hint stands in a file', () => {
    const services = serviceReader();
    const others = serviceReader(['yaml'], ['mesh (a|b)*']);
    const index = createFactIndex([services.reader, others.reader]);
    index.update('file:///repo/a.yaml', 'service cart');
    index.update('file:///repo/b.yaml', '# mesh (a|b)* as it stands');
    assert.deepEqual([services.asked, others.asked], [['/repo/a.yaml'], ['/repo/b.yaml']]);
  });
});

describe('hasPath', () => {
  it('knows files without facts as well, by their decoded path', () => {
    const index = createFactIndex([serviceReader().reader]);
    index.update('file:///c%3A/my%20repo/values%40prod.yaml', 'replicas: 2');
    assert.equal(index.hasPath('/c:/my repo/values@prod.yaml'), true);
    assert.equal(index.hasPath('/c:/my repo/values.yaml'), false);
  });

  it('changes what the workspace says when a file comes or goes, with facts or without', () => {
    const index = createFactIndex([serviceReader().reader]);
    assert.equal(index.update('file:///repo/a.yaml', 'replicas: 2'), true);
    assert.equal(index.update('file:///repo/a.yaml', 'replicas: 3'), false);
    assert.equal(index.remove('file:///repo/a.yaml'), true);
    assert.equal(index.update('file:///repo/notes.txt', 'service cart'), false);
  });
});
