import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawPath, pathInWords } from '../../../server/src/features/traffic-path/draw.ts';
import { drawTallPath } from '../../../server/src/features/traffic-path/draw-tall.ts';
import type { Call, MeshOnPath } from '../../../server/src/features/traffic-path/model.ts';
import { pathOfCall } from '../../../server/src/features/traffic-path/path-of-call.ts';
import { wrapped } from '../../../server/src/features/traffic-path/wrapped.ts';
import { effectOf, type MeshUse } from '../../../server/src/knowledge/mesh-effects.ts';
import type { MeshMode, MeshName } from '../../../server/src/knowledge/meshes.ts';

function meshOf(mesh: MeshName, mode: MeshMode, use: MeshUse = {}): MeshOnPath {
  const effect = effectOf(mesh, mode, use);
  assert.ok(effect);
  return { title: mesh, mode, waypoint: use.waypoints === true ? 'entrance' : undefined, effect };
}

const call = (given: Pick<Call, 'translation' | 'mesh'>): Call => ({
  caller: 'web',
  service: 'orders',
  ...given,
});

describe('the path of a call', () => {
  it('has Cilium translate before a sidecar, which then passes the call through in plain text', () => {
    const path = pathOfCall(call({ translation: 'socket-in-pods', mesh: meshOf('istio', 'sidecar') }));
    assert.equal(path.verdict, 'mesh-bypassed');
    assert.deepEqual(
      path.steps.map(({ title, state }) => [title, state]),
      [
        ['web', 'neutral'],
        ['Cilium socket LB', 'harm'],
        ['istio sidecar', 'bypassed'],
        ['Cilium', 'neutral'],
        ['orders', 'neutral'],
      ],
    );
    assert.ok(path.steps.slice(1, 4).every(({ leaves }) => leaves?.address === 'pod' && !leaves.encrypted));
    assert.ok(path.lost.includes('mTLS'));
  });

  it('keeps what Linkerd keeps', () => {
    const path = pathOfCall(call({ translation: 'socket-in-pods', mesh: meshOf('linkerd', 'sidecar') }));
    assert.deepEqual(path.kept, ['mTLS', 'metrics']);
    assert.equal(path.steps.find(({ state }) => state === 'bypassed')?.leaves?.encrypted, true);
  });

  for (const translation of ['socket-on-host', 'kube-proxy'] as const) {
    it(`lets a sidecar see the Service with ${translation}`, () => {
      const path = pathOfCall(call({ translation, mesh: meshOf('istio', 'sidecar') }));
      assert.equal(path.verdict, 'mesh-works');
      assert.deepEqual(path.lost, []);
      assert.deepEqual(
        path.steps.map(({ leaves }) => leaves),
        [
          { address: 'Service', encrypted: false },
          { address: 'pod', encrypted: true },
          { address: 'pod', encrypted: true },
          undefined,
        ],
      );
    });
  }

  it('leads from ztunnel to the waypoint, or past it', () => {
    const mesh = meshOf('istio', 'ambient', { waypoints: true });
    const seen = pathOfCall(call({ translation: 'socket-on-host', mesh }));
    const passed = pathOfCall(call({ translation: 'socket-in-pods', mesh }));
    const states = ({ steps }: typeof seen): readonly string[] =>
      steps.map(({ title, state }) => `${title} ${state}`);
    assert.deepEqual(states(seen), ['web neutral', 'ztunnel works', 'entrance works', 'orders neutral']);
    assert.deepEqual(states(passed).slice(2), ['ztunnel neutral', 'entrance bypassed', 'orders neutral']);
    assert.match(drawPath(passed, 'x'), /<path class="arrow encrypted"/);
    assert.doesNotMatch(drawPath(seen, 'x'), /<path class="arrow/);
  });

  it('has nothing to lose without a mesh, or with one that Cilium does not touch', () => {
    const without = pathOfCall(call({ translation: 'socket-in-pods', mesh: undefined }));
    const own = pathOfCall(call({ translation: 'socket-in-pods', mesh: meshOf('cilium-mesh', 'ambient') }));
    assert.equal(without.verdict, 'no-mesh');
    assert.equal(own.verdict, 'mesh-works');
    assert.ok(
      [...without.steps, ...own.steps].every(({ state }) => state !== 'harm' && state !== 'bypassed'),
    );
  });

  it('is told in words as well', () => {
    const path = pathOfCall(call({ translation: 'socket-in-pods', mesh: meshOf('istio', 'sidecar') }));
    assert.match(pathInWords(path)[2] ?? '', /^istio sidecar \(bypassed\): .* It goes on to pod IP \S+\.$/);
    assert.equal(pathInWords(path).at(-1), 'orders: takes the call.');
  });
});

describe('the picture of a path', () => {
  const drawings = { 'from left to right': drawPath, 'from top to bottom': drawTallPath };

  for (const [way, draw] of Object.entries(drawings)) {
    it(`${way} is labelled for those who cannot see it, and keeps names from being markup`, () => {
      const path = pathOfCall({ ...call({ translation: 'kube-proxy', mesh: undefined }), service: '<b>"&' });
      const svg = draw(path, 'one');
      assert.match(svg, /role="img" aria-labelledby="one-title one-text"/);
      assert.match(svg, /&lt;b&gt;&quot;&amp;/);
      assert.doesNotMatch(svg, /<b>/);
    });

    it(`${way} asks for nothing from elsewhere`, () => {
      const svg = draw(pathOfCall(call({ translation: 'kube-proxy', mesh: undefined })), 'one');
      assert.doesNotMatch(
        svg.replace('http://www.w3.org/2000/svg', ''),
        /https?:|url\((?!#)|<script|@import/,
      );
    });

    it(`${way} keeps long names inside their boxes, and whole in its words`, () => {
      const service = 'reconciliation-of-payments-in-production-of-the-harbour';
      const mesh = meshOf('istio', 'sidecar');
      const path = pathOfCall({ ...call({ translation: 'socket-in-pods', mesh }), service });
      const svg = draw(path, 'one');
      const most = draw === drawPath ? 25 : 56;
      const texts = [...svg.matchAll(/<text x="[^>]*>([^<]*)</g)].map(([, text = '']) => text);
      assert.ok(texts.length > 5);
      assert.deepEqual(
        texts.filter((text) => text.length > most),
        [],
      );
      assert.match(svg.slice(0, svg.indexOf('<defs>')), new RegExp(service));
    });
  }

  it('breaks lines between words', () => {
    assert.deepEqual(wrapped('one two three unbreakable', 8), ['one two', 'three', 'unbreakable']);
    assert.deepEqual(wrapped('', 8), []);
  });
});
