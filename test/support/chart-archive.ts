import { gzipSync } from 'node:zlib';
import { createTar } from 'nanotar';

/** A chart packed as Helm does it: a gzipped tar of these files, by their paths inside (`cilium/Chart.yaml`). */
export function chartArchive(files: Readonly<Record<string, string>>): Buffer {
  return gzipSync(tarOf(files));
}

/** The tar within. Names are written as they are, also those that no tool would write. */
export function tarOf(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).map(([name, data]) => ({ name, data }));
  return Buffer.concat([createTar(entries), Buffer.alloc(1024)]);
}
