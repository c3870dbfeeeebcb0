import type { Fact } from '../../facts/fact.ts';
import type { SettingsLayer } from '../../facts/settings.ts';
import type { Carrier } from '../carrier.ts';
import type { ChartCommand } from './chart-command.ts';
import { readCommands } from './read-commands.ts';
import { settingsOf } from './settings.ts';
import { writeCommand } from './write/write-command.ts';

/**
 * Settings in shell scripts and makefiles: `helm install|upgrade|template … --set a=b`, `cilium install --set a=b`.
 *
 * Every command about a chart is a fact. One that deploys the Cilium chart and sets values, or may set some that the
 * file does not show, is a layer as well. The layer's address is the place of the command among the chart commands of the
 * file. Its settings are the effective ones, in the order in which Helm applies them: by kind of flag first, so that
 * `--set-string` wins over a later `--set`.
 */
export const helmCommandCarrier: Carrier = {
  name: 'helm-command',
  kinds: ['script'],
  hints: ['helm', 'HELM', 'cilium'],
  read: ({ text }) => readCommands(text).commands.flatMap(factsOf),
  write: writeCommand,
};

function factsOf(command: ChartCommand, index: number): readonly Fact[] {
  const fact: Fact = { ...command.fact, command: index };
  const layer = layerOf(command, index);
  return layer === undefined ? [fact] : [fact, layer];
}

function layerOf(command: ChartCommand, index: number): SettingsLayer | undefined {
  const { settings, open } = settingsOf(command.sets);
  const isOpen = open || command.open;
  if (command.chart.name !== 'cilium' || !command.fact.deploys) return undefined;
  if (settings.length === 0 && !isOpen) return undefined;
  return {
    kind: 'settings',
    carrier: 'helm-command',
    dialect: 'helm',
    chart: command.chart,
    address: { document: index, path: [] },
    span: command.fact.span,
    settings,
    open: isOpen,
  };
}
