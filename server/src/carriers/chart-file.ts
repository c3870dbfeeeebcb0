import type { ChartDependency, ChartFact } from '../facts/chart.ts';
import type { Reader } from '../source/reader.ts';
import type { MapNode } from '../yaml/node.ts';
import { entryAt, knownText, resolve } from '../yaml/navigate.ts';

const chartFile = /(?:^|\/)(Chart\.yaml|Chart\.lock)$/;

/** Reads Chart.yaml and Chart.lock: which chart a folder is, and which charts it installs under which key. */
export const chartFileReader: Reader = {
  kinds: ['yaml'],
  hints: [],
  paths: chartFile,
  read: (file) => {
    const name = chartFile.exec(file.path)?.[1];
    const root = file.yaml().documents[0]?.root;
    if (root?.kind !== 'map' || name === undefined) return [];
    return [chartFact(root, name === 'Chart.lock' ? 'Chart.lock' : 'Chart.yaml')];
  },
};

function chartFact(root: MapNode, file: ChartFact['file']): ChartFact {
  return {
    kind: 'chart',
    file,
    name: textAt(root, 'name'),
    version: textAt(root, 'version'),
    appVersion: textAt(root, 'appVersion'),
    dependencies: dependenciesOf(root),
    span: root.span,
  };
}

function dependenciesOf(root: MapNode): readonly ChartDependency[] {
  const list = resolve(entryAt(root, 'dependencies')?.value);
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item) => {
    const map = resolve(item);
    const name = map?.kind === 'map' ? textAt(map, 'name') : undefined;
    if (map?.kind !== 'map' || name === undefined) return [];
    return [
      {
        name,
        alias: textAt(map, 'alias'),
        version: textAt(map, 'version'),
        repository: textAt(map, 'repository'),
      },
    ];
  });
}

function textAt(map: MapNode, key: string): string | undefined {
  return knownText(entryAt(map, key)?.value);
}
