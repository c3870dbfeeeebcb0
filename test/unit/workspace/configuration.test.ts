import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configurationReader } from '../../../server/src/configuration/reader.ts';
import type { Placed } from '../../../server/src/facts/fact.ts';
import { sourceFile } from '../../../server/src/source/file.ts';
import { configurationOf } from '../../../server/src/workspace/configuration.ts';

/** The configuration of files by their folders. */
function configured(files: Readonly<Record<string, string>>) {
  const facts = Object.entries(files).flatMap(([folder, text]): readonly Placed[] => {
    const uri = `file://${folder}/.cilium-mesh-lint.yaml`;
    return configurationReader.read(sourceFile(uri, 'yaml', text)).map((fact) => ({ uri, fact }));
  });
  return configurationOf(facts);
}

describe('configurationOf', () => {
  it('knows nothing without a file', () => {
    const { clusterOf, isIgnored, severityOf } = configured({});
    assert.deepEqual(
      [clusterOf('/r/a'), isIgnored('/r/a'), severityOf('x', '/r/a')],
      [undefined, false, undefined],
    );
  });

  it('finds the cluster by globs relative to the file, hidden files included', () => {
    const { clusterOf } = configured({ '/r': 'clusters: [{name: a, include: [./one/**, two/]}]' });
    assert.deepEqual(
      ['/r/one/x.yaml', '/r/one/.x/y.yaml', '/r/two/x', '/r/three/x', '/one/x'].map(clusterOf),
      ['a', 'a', 'a', undefined, undefined],
    );
  });

  it('lets the nearest file that says something decide', () => {
    const { severityOf, ciliumVersionFor } = configured({
      '/r': 'severities: {socket-lb-bypasses-mesh: error}\ncilium: {version: "1.15"}',
      '/r/sub': 'severities: {socket-lb-bypasses-mesh: hint}',
    });
    const at = (path: string) => [severityOf('socket-lb-bypasses-mesh', path), ciliumVersionFor(path)];
    assert.deepEqual(
      [at('/r/a'), at('/r/sub/a'), at('/other/a')],
      [
        ['error', '1.15'],
        ['hint', '1.15'],
        [undefined, undefined],
      ],
    );
  });
});
