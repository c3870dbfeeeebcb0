import type { HelmCommandFact, ValuesFileArgument } from '../../facts/command.ts';
import type { Named } from '../../facts/deployment.ts';
import type { Fact } from '../../facts/fact.ts';
import type {
  CarrierName,
  ChartReference,
  LayerAddress,
  Setting,
  SettingsLayer,
} from '../../facts/settings.ts';
import type { Span } from '../../yaml/node.ts';
import { readHereDocument } from './here-documents.ts';
import type { PlacedCommand } from './read-commands.ts';
import type { Script } from './script.ts';
import { settingsOf } from './settings.ts';

/** The carrier whose layers a file's commands are, and whether the file only shows commands to people. */
export interface Origin {
  readonly carrier: CarrierName;
  readonly isExample?: true;
}

/**
 * What a chart command says: the command itself, the effective settings of its arguments in the order in which Helm
 * applies them (by kind of flag first, so that `--set-string` wins over a later `--set`), and the values that the script
 * writes for it. The layers' address is the place of the command among the chart commands of the file, then the place of
 * the values file among those of the command.
 */
export function factsOfCommand(placed: PlacedCommand, index: number, origin: Origin): readonly Fact[] {
  const { command, script } = placed;
  const documents = command.valuesFiles.map((_, file) => documentLayer(placed, index, file, origin));
  const valuesFiles = command.valuesFiles.map(({ file }, at): ValuesFileArgument => {
    const layer = documents[at];
    const argument = { file: movedName(file, script) };
    return layer === undefined ? argument : { ...argument, ownLayer: layer.address };
  });
  const { version } = command.fact;
  const fact: HelmCommandFact = {
    ...command.fact,
    ...(version === undefined ? {} : { version: movedName(version, script) }),
    ...(origin.isExample === true ? { isExample: true } : {}),
    ownLayer: argumentsAddress(index),
    valuesFiles,
    span: moved(command.fact.span, script),
  };
  const layer = argumentsLayer(placed, index, origin);
  return [fact, ...documents.filter((found) => found !== undefined), ...(layer === undefined ? [] : [layer])];
}

function argumentsAddress(index: number): LayerAddress {
  return { document: index, path: [] };
}

/** What the arguments set; absent where they set nothing and hide nothing. */
function argumentsLayer(
  { command, script }: PlacedCommand,
  index: number,
  origin: Origin,
): SettingsLayer | undefined {
  const { settings, open } = settingsOf(command.sets);
  const isOpen = open || command.open;
  if (!installsCilium(command) || (settings.length === 0 && !isOpen)) return undefined;
  return {
    ...layerBase({ command, script }, origin),
    address: argumentsAddress(index),
    span: moved(command.fact.span, script),
    settings: movedSettings(settings, script),
    open: isOpen,
  };
}

function documentLayer(
  { command, script }: PlacedCommand,
  index: number,
  file: number,
  origin: Origin,
): SettingsLayer | undefined {
  const document = command.valuesFiles[file]?.document;
  const read = document && installsCilium(command) ? readHereDocument(script.text, document) : undefined;
  if (read === undefined) return undefined;
  return {
    ...layerBase({ command, script }, origin),
    address: { document: index, path: [String(file)] },
    span: moved(read.span, script),
    settings: movedSettings(read.settings, script),
    open: read.open,
  };
}

function installsCilium({ chart, fact }: PlacedCommand['command']): boolean {
  return chart.name === 'cilium' && fact.deploys;
}

function layerBase(
  { command, script }: PlacedCommand,
  { carrier, isExample }: Origin,
): Pick<SettingsLayer, 'kind' | 'carrier' | 'dialect' | 'chart' | 'isExample'> {
  return {
    kind: 'settings',
    carrier,
    dialect: 'helm',
    chart: movedChart(command.chart, script),
    ...(isExample === true ? { isExample } : {}),
  };
}

function moved({ start, end }: Span, { placeOf }: Script): Span {
  return { start: placeOf(start), end: placeOf(end) };
}

function movedName(name: Named, script: Script): Named {
  return { ...name, span: moved(name.span, script) };
}

function movedChart(chart: ChartReference, script: Script): ChartReference {
  const { version } = chart;
  return typeof version === 'object'
    ? { ...chart, version: { ...version, span: moved(version.span, script) } }
    : chart;
}

function movedSettings(settings: readonly Setting[], script: Script): readonly Setting[] {
  return settings.map((setting) => ({
    ...setting,
    keySpan: moved(setting.keySpan, script),
    valueSpan: moved(setting.valueSpan, script),
  }));
}
