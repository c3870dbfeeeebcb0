import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  idOf,
  memberPath,
  perPath,
  placesById,
  rootPath,
  textOf,
} from '../../../server/src/knowledge/chart-paths.ts';

describe('paths of a chart', () => {
  it('are the same for all files that write a key', () => {
    const bpf = memberPath(rootPath, 'bpf');
    assert.deepEqual(memberPath(bpf, 'masquerade'), ['bpf', 'masquerade']);
    assert.equal(memberPath(bpf, 'masquerade'), memberPath(memberPath(rootPath, 'bpf'), 'masquerade'));
  });

  it('are made anew for keys that no chart has', () => {
    const own = memberPath(rootPath, 'mine');
    assert.deepEqual(memberPath(own, 'bpf'), ['mine', 'bpf']);
    assert.notEqual(memberPath(rootPath, 'mine'), own);
  });

  it('are the same as text whoever made them', () => {
    const path = memberPath(memberPath(rootPath, 'bpf'), 'masquerade');
    for (const one of [path, ['bpf', 'masquerade']]) {
      assert.equal(textOf(one), 'bpf.masquerade');
      assert.equal(idOf(one), 'bpf\0masquerade');
    }
    assert.notEqual(idOf(['a.b']), idOf(['a', 'b']));
  });

  it('are asked about once if they are of the chart', () => {
    const asked: string[] = [];
    const ask = perPath((path) => asked.push(path.join('.')));
    const known = memberPath(rootPath, 'bpf');
    const own = ['mine'];
    for (const path of [known, known, own, own]) ask(path);
    assert.deepEqual(asked, ['bpf', 'mine', 'mine']);
  });

  it('lead to the last of duplicate keys', () => {
    const places = placesById([{ path: ['a'] }, { path: ['b'] }, { path: ['a'] }]);
    assert.equal(places.get(idOf(['a'])), 2);
    assert.equal(places.get(idOf(['c'])), undefined);
  });
});
