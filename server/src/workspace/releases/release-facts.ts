import type { Placed } from '../../facts/fact.ts';
import type { ChartFact } from '../../facts/chart.ts';
import type { HelmCommandFact } from '../../facts/command.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { folderOf } from '../paths.ts';

/** The facts that releases are made of, by where they stand. Paths are decoded. */
export interface ReleaseFacts {
  readonly layers: readonly PlacedLayer[];
  readonly layersByPath: ReadonlyMap<string, readonly PlacedLayer[]>;
  /** Charts by the folder of their Chart.yaml. */
  readonly charts: ReadonlyMap<string, readonly Placed<ChartFact>[]>;
  readonly commands: readonly Placed<HelmCommandFact>[];
}

/** Sorts the facts of a workspace for the makers of releases. */
export function releaseFacts(facts: Iterable<Placed>): ReleaseFacts {
  const layers: PlacedLayer[] = [];
  const layersByPath = new Map<string, PlacedLayer[]>();
  const charts = new Map<string, Placed<ChartFact>[]>();
  const commands: Placed<HelmCommandFact>[] = [];
  for (const { uri, fact } of facts) {
    if (fact.kind === 'settings') {
      const placed = { uri, layer: fact };
      layers.push(placed);
      append(layersByPath, pathOf(uri), placed);
    } else if (fact.kind === 'chart') {
      append(charts, folderOf(pathOf(uri)), { uri, fact });
    } else if (fact.kind === 'helm-command') {
      commands.push({ uri, fact });
    }
  }
  return { layers, layersByPath, charts, commands };
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
