import type { MeshValuesFact } from '../../facts/mesh-install.ts';
import { distinctiveSwitches, isSwitchPath } from '../../knowledge/mesh-installs.ts';
import type { Reader } from '../../source/reader.ts';
import { entryAt, resolve } from '../../yaml/navigate.ts';
import { flattenSettings } from '../flatten.ts';

/**
 * Values files that may be of a mesh's chart: those with a key that only such a chart has, and those whose name or folder
 * says which chart's they are. What they mean is known once something names them, or by their keys.
 */
export const meshValuesReader: Reader = {
  kinds: ['yaml'],
  hints: [...new Set(distinctiveSwitches.map(({ path: [first = ''] }) => `${first}:`)), 'multus', 'chained:'],
  paths:
    /(?:^|\/)(?:[^/]*(?:istio|linkerd|kuma|kong-mesh|consul)[^/]*|[^/]*(?:istio|linkerd|kuma|kong-mesh|consul)[^/]*\/(?:[^/]+\/)?[^/]*values[^/]*)\.(?:ya?ml|gotmpl)$/,
  read: (file) =>
    file.yaml().documents.flatMap(({ root }): readonly MeshValuesFact[] => {
      const map = resolve(root);
      if (map?.kind !== 'map' || entryAt(map, 'apiVersion') !== undefined) return [];
      const settings = flattenSettings(map).settings.filter(({ path }) => isSwitchPath(path));
      return settings.length === 0 ? [] : [{ kind: 'mesh-values', settings, span: map.span }];
    }),
};
