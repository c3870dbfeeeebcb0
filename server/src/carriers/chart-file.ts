import type { ChartDependency, ChartFact } from '../facts/chart.ts';
import type { Reader } from '../source/reader.ts';
import { itemsAt, knownText, nodeAt } from '../yaml/navigate.ts';
import type { MapNode, YamlNode } from '../yaml/node.ts';

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
  return itemsAt(root, ['dependencies']).flatMap((item) => {
    const name = textAt(item, 'name');
    if (name === undefined) return [];
    return [
      {
        name,
        alias: textAt(item, 'alias'),
        version: textAt(item, 'version'),
        repository: textAt(item, 'repository'),
      },
    ];
  });
}

function textAt(node: YamlNode, key: string): string | undefined {
  return knownText(nodeAt(node, [key]));
}
