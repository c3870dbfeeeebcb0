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
 * Every command about a chart is a fact; one that deploys the Cilium chart and sets values is a layer as well. The
 * layer's address is the place of the command among the chart commands of the file. Settings stand in the order in
 * which Helm applies them, which is by kind of flag first: `--set-string` wins over a later `--set`.
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
  if (command.chart.name !== 'cilium' || !command.fact.deploys || command.sets.length === 0) return undefined;
  return {
    kind: 'settings',
    carrier: 'helm-command',
    dialect: 'helm',
    chart: command.chart,
    address: { document: index, path: [] },
    span: command.fact.span,
    settings,
    open: open || command.open,
  };
}
