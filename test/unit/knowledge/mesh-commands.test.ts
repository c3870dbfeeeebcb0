import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meshCommands } from '../../../server/src/knowledge/mesh-commands.ts';

describe('meshCommands', () => {
  it('holds what puts sidecars into something', () => {
    assert.deepEqual(
      meshCommands.map(
        ({ mesh, program, words, takes }) => `${mesh}: ${[program, ...words].join(' ')} (${takes})`,
      ),
      [
        'linkerd: linkerd inject (manifests)',
        'istio: istioctl kube-inject (manifests)',
        'nginx-service-mesh: nginx-meshctl inject (manifests)',
        'osm: osm namespace add (namespaces)',
      ],
    );
  });
});
