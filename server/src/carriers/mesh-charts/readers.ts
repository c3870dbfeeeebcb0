import type { Reader } from '../../source/reader.ts';
import { meshInstallerReader } from './installers.ts';
import { terraformMeshReader } from './terraform.ts';
import { meshValuesReader } from './values-file.ts';
import { meshReleaseReader } from './yaml-releases.ts';

/** Everything that reads which charts of meshes are installed; commands of Helm are read with those for Cilium. */
export const meshChartReaders: readonly Reader[] = [
  meshReleaseReader,
  terraformMeshReader,
  meshInstallerReader,
  meshValuesReader,
];
