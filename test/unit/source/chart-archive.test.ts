import assert from 'node:assert/strict';
import { it } from 'node:test';
import { archiveAround, isChartArchive } from '../../../server/src/source/chart-archive.ts';

it('an archive in the charts of another chart may matter, whatever it is called', () => {
  assert.ok(isChartArchive('repo/charts/network-0.4.0.tgz'));
  assert.ok(isChartArchive('charts/network.tar.gz'));
});

it('an archive that is called like a release of Cilium may matter, wherever it lies', () => {
  for (const name of [
    'cilium-1.14.2.tgz',
    'a/cilium-v1.16.4.tgz',
    'a/rke2-cilium-1.16.400.tgz',
    'cilium-1.21.0-pre.0.tar.gz',
  ]) {
    assert.ok(isChartArchive(name), name);
  }
});

it('no other archive matters, nor what Helm passes over', () => {
  for (const name of [
    'assets/istiod-1.20.0.tgz',
    'bin/cilium-linux-amd64.tar.gz',
    'charts/_cilium.tgz',
    'charts/.cilium.tgz',
    'charts/assets/logo.tgz',
    'charts/cilium-1.14.2.tgz.prov',
    'charts/cilium-1.14.2.zip',
    'mycharts/a.tgz',
  ]) {
    assert.ok(!isChartArchive(name), name);
  }
});

it('a file lies packed in the archive that its path leads through', () => {
  assert.equal(
    archiveAround('/repo/charts/cilium-1.14.2.tgz/cilium/values.yaml'),
    '/repo/charts/cilium-1.14.2.tgz',
  );
  assert.equal(archiveAround('/repo/charts/cilium-1.14.2.tgz'), undefined);
  assert.equal(archiveAround('/repo/charts/cilium/values.yaml'), undefined);
  assert.equal(archiveAround('/repo/backup.tgz/values.yaml'), undefined);
});
