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
import type { FlatSettings } from '../flatten.ts';
import { ciliumLayers, mayHideCilium } from '../values-layers.ts';
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
 * writes for it; of another chart than Cilium only what it may hand on to a dependency. A layer's address is the
 * place of the command among the chart commands of the file, then the place of the values file among those of the
 * command, then the key of the dependency.
 */
export function factsOfCommand(placed: PlacedCommand, index: number, origin: Origin): readonly Fact[] {
  const { command, script } = placed;
  const documents = command.valuesFiles.map((_, file) => documentValues(placed, index, file));
  const valuesFiles = command.valuesFiles.map(({ file }, at): ValuesFileArgument => {
    const values = documents[at];
    const argument = { file: movedName(file, script) };
    return values === undefined || mayHide(command, values)
      ? argument
      : { ...argument, ownLayer: values.address };
  });
  const args = argumentValues(placed, index);
  const { version } = command.fact;
  const fact: HelmCommandFact = {
    ...command.fact,
    ...(version === undefined ? {} : { version: movedName(version, script) }),
    ...(origin.isExample === true ? { isExample: true } : {}),
    ...(mayHide(command, args) ? { hidesValues: true } : {}),
    ownLayer: args.address,
    valuesFiles,
    span: moved(command.fact.span, script),
  };
  const values = [args, ...documents.filter((found) => found !== undefined)];
  return [fact, ...values.flatMap((one) => layersOf(one, placed, origin))];
}

/** Values that a command gets, and where they stand. */
interface CommandValues extends FlatSettings {
  readonly address: LayerAddress;
  readonly span: Span;
}

function argumentValues({ command, script }: PlacedCommand, index: number): CommandValues {
  const { settings, open } = settingsOf(command.sets);
  return {
    settings: movedSettings(settings, script),
    open: open || command.open,
    address: { document: index, path: [] },
    span: moved(command.fact.span, script),
  };
}

function documentValues(
  { command, script }: PlacedCommand,
  index: number,
  file: number,
): CommandValues | undefined {
  const document = command.valuesFiles[file]?.document;
  const read = document && readHereDocument(script.text, document);
  return (
    read && {
      settings: movedSettings(read.settings, script),
      open: read.open,
      address: { document: index, path: [String(file)] },
      span: moved(read.span, script),
    }
  );
}

function layersOf(
  values: CommandValues,
  { command, script }: PlacedCommand,
  { carrier, isExample }: Origin,
): readonly SettingsLayer[] {
  const isNothing = values.settings.length === 0 && !values.open;
  if (!command.fact.deploys || isNothing) return [];
  const isForCilium = command.chart.name === 'cilium';
  return ciliumLayers({ ...values, carrier, isForCilium }).map((layer) => ({
    ...layer,
    ...(isForCilium ? { chart: movedChart(command.chart, script) } : {}),
    ...(isExample === true ? { isExample } : {}),
  }));
}

/** Whether a variable may hide values for a dependency of the chart as a whole. */
function mayHide({ chart }: PlacedCommand['command'], values: CommandValues): boolean {
  return mayHideCilium({ ...values, carrier: 'helm-command', isForCilium: chart.name === 'cilium' });
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
