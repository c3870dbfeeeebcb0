import type { CarrierName, SettingsLayer } from '../../facts/settings.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { folderOf } from '../paths.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { isVendored } from './local-charts.ts';
import { combinations } from './overlays.ts';
import { isBelow, type ReleasePlan, type Standing } from './plan.ts';

/**
 * Releases told by values files alone: no command and no chart of the workspace says how they are installed. Without a
 * Chart.yaml that names an alias, only the root and the chart's own name can hold its values; a file of the one kind is
 * no overlay of the other.
 */
export function plansFromValuesFiles(
  facts: ReleaseFacts,
  chart: string,
  deployed: ReadonlySet<SettingsLayer>,
): readonly ReleasePlan[] {
  const free = facts.layers.filter(
    ({ uri, layer }) =>
      layer.carrier === 'values-file' &&
      layer.chart.name === chart &&
      layer.isWeak !== true &&
      !deployed.has(layer) &&
      !isVendored(facts, uri, layer),
  );
  return [undefined, chart]
    .flatMap((key) => combinations(free.filter(isBelow(key))))
    .map((layers) => planOf(chart, layers, 'unused'));
}

/**
 * Releases told by what Helm rendered: a `cilium-config` is the whole configuration of its install, but for arguments of
 * the agent that was rendered into the same folder. Without the config these say too little.
 */
export function plansFromRenderedConfig(facts: ReleaseFacts, chart: string): readonly ReleasePlan[] {
  const ofCarrier = (name: CarrierName): readonly PlacedLayer[] =>
    facts.layers.filter(({ layer }) => layer.carrier === name && layer.chart.name === chart);
  const folder = ({ uri }: PlacedLayer): string => folderOf(pathOf(uri));
  const rendered = ofCarrier('agent-arguments');
  return ofCarrier('cilium-config').map((config) => {
    const overruling = rendered.filter((placed) => folder(placed) === folder(config));
    return planOf(chart, [config, ...overruling], 'installed');
  });
}

function planOf(chart: string, layers: readonly PlacedLayer[], standing: Standing): ReleasePlan {
  const versionTexts = layers.flatMap(({ uri, layer }) => {
    const version = layer.chart.version;
    return version === undefined || version === 'unknown'
      ? []
      : [{ text: version.text, at: { uri, span: version.span } }];
  });
  return {
    chart,
    layers,
    versionTexts: versionTexts.reverse(),
    path: pathOf(layers.at(-1)?.uri ?? ''),
    standing,
  };
}
