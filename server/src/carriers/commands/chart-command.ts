import type { HelmCommandFact } from '../../facts/command.ts';
import type { Named } from '../../facts/deployment.ts';
import type { ChartReference } from '../../facts/settings.ts';
import { parseArguments, valueText, type Argument, type FlagValue } from './arguments.ts';
import { chartNamed, type ChartName } from './chart-name.ts';
import { deploys } from './deployment.ts';
import type { CallPlace } from './call-place.ts';
import { documentFor, type FileName, type HereDocument } from './here-documents.ts';
import { ciliumFlags, helmFlags } from './helm-flags.ts';
import { setArgument, type SetArgument } from './set-argument.ts';
import { sourceSpan, unknownText, type Word } from './shell/word.ts';
import type { ToolCall } from './tool-call.ts';

/** A values file that a command reads, and the here-document that writes it, where the script has one. */
export interface ValuesFile {
  readonly file: Named;
  readonly document: HereDocument | undefined;
}

/** A command that installs, upgrades or renders a chart, with what is needed to change it. */
export interface ChartCommand {
  /** Without what only its place in a file tells. */
  readonly fact: Omit<HelmCommandFact, 'ownLayer' | 'valuesFiles'>;
  /** In the order of the command line: later files win. */
  readonly valuesFiles: readonly ValuesFile[];
  readonly chart: ChartReference;
  readonly arguments: readonly Argument[];
  /** In the order of the command line. */
  readonly sets: readonly SetArgument[];
  /** Arguments may set values that the file does not show, or the values of the last release are reused. */
  readonly open: boolean;
}

type Flag = Argument & { readonly kind: 'flag' };

/** Reads a call of `helm` or `cilium`. Undefined if it is about no chart, or a variable hides which. */
export function chartCommand(call: ToolCall, place: CallPlace): ChartCommand | undefined {
  const { tool } = call;
  const args = parseArguments(call.arguments, tool === 'helm' ? helmFlags : ciliumFlags);
  const flags = args.filter((arg) => arg.kind === 'flag');
  const free = args.filter((arg) => arg.kind !== 'flag');
  const verb = verbOf(free[0], tool);
  if (verb === undefined) return undefined;
  const operands = operandsOf(free.slice(1), tool === 'cilium' ? 0 : namesRelease(flags) ? 1 : 2);
  if (tool === 'cilium' && operands.words.length > 0) return undefined;
  const chart =
    tool === 'cilium'
      ? bundledChart
      : operands.chart === undefined
        ? undefined
        : chartNamed(operands.chart, place.text);
  if (chart === undefined) return undefined;

  const sets = flags.flatMap((flag) => setArgument(flag, tool) ?? []);
  const version = versionOf(flags, chart);
  const release =
    tool === 'cilium' ? (known(flags, 'helm-release-name') ?? 'cilium') : releaseOf(operands.release, flags);
  const namespace = known(flags, 'namespace') ?? (tool === 'cilium' ? 'kube-system' : undefined);
  const kubeContext = known(flags, tool === 'helm' ? 'kube-context' : 'context');
  const valuesFiles = flags
    .filter(({ name }) => name === 'values' || name === 'helm-values')
    .flatMap(fileNamesOf)
    .map((name) => ({ file: namedFile(name), document: documentFor(name, place) }));
  const flagVersion = valueOf(flags, 'version');
  return {
    fact: {
      kind: 'helm-command',
      tool,
      verb,
      chart: chart.written,
      ...(release === undefined ? {} : { release }),
      ...(namespace === undefined ? {} : { namespace }),
      ...(flagVersion === undefined ? {} : { version: named(flagVersion) }),
      ...(kubeContext === undefined ? {} : { kubeContext }),
      creates: verb !== 'upgrade' || flags.some(({ name }) => name === 'install'),
      deploys: deploys(verb, args, place.pipeline, place.stage),
      span: { start: call.program.span.start, end: (call.arguments.at(-1) ?? call.program).span.end },
    },
    valuesFiles,
    chart: { name: chart.name, ...(version === undefined ? {} : { version }) },
    arguments: args,
    sets,
    open: operands.others || reusesValues(flags, tool, verb),
  };
}

/** The Cilium command line brings the chart with it. */
const bundledChart: ChartName = { written: 'cilium', name: 'cilium' };

function verbOf(argument: Argument | undefined, tool: ToolCall['tool']): HelmCommandFact['verb'] | undefined {
  if (argument?.kind !== 'positional') return undefined;
  const verb = argument.word.text;
  if (verb === 'install' || verb === 'upgrade') return verb;
  return verb === 'template' && tool === 'helm' ? verb : undefined;
}

/** `--name` is Helm 2's, the others say that the only operand is the chart. */
function namesRelease(flags: readonly Flag[]): boolean {
  return flags.some(({ name }) => ['generate-name', 'name-template', 'name'].includes(name));
}

interface Operands {
  readonly words: readonly Word[];
  readonly release: Word | undefined;
  readonly chart: Word | undefined;
  /** Some words are none of these, so they may be any arguments. */
  readonly others: boolean;
}

/** The release and the chart among the words that are no flags; a variable too many may hold any arguments. */
function operandsOf(free: readonly Argument[], wanted: number): Operands {
  const rest = [...free];
  for (let index = rest.length - 1; index >= 0 && rest.length > wanted; index--) {
    if (rest[index]?.kind === 'opaque') rest.splice(index, 1);
  }
  const words = rest.map(({ word }) => word);
  const chart = words.length > 1 && wanted === 2 ? words[1] : words[0];
  return {
    words,
    release: words.length > 1 ? words[0] : undefined,
    chart,
    others: rest.length < free.length,
  };
}

function releaseOf(operand: Word | undefined, flags: readonly Flag[]): string | undefined {
  if (operand !== undefined) return operand.text.includes(unknownText) ? undefined : operand.text;
  return known(flags, 'name') ?? known(flags, 'name-template');
}

function versionOf(flags: readonly Flag[], chart: ChartName): ChartReference['version'] {
  const value = valueOf(flags, 'version');
  if (value === undefined) return chart.version;
  const text = knownText(value);
  return text === undefined
    ? 'unknown'
    : { text, span: sourceSpan(value.word, value.from, value.word.text.length) };
}

/**
 * Whether keys that the command does not set may have values from the last release. `cilium upgrade` keeps them
 * unless told otherwise (cilium/cilium#36347; what older ones do depends on the other flags).
 */
function reusesValues(
  flags: readonly Flag[],
  tool: ToolCall['tool'],
  verb: HelmCommandFact['verb'],
): boolean {
  const isOn = (name: string): boolean =>
    flags.some(
      (flag) => flag.name === name && (flag.value === undefined || valueText(flag.value) !== 'false'),
    );
  if (isOn('reuse-values') || isOn('reset-then-reuse-values')) return true;
  return tool === 'cilium' && verb === 'upgrade' && !isOn('reset-values');
}

/** `-f a.yaml,b.yaml` names two files. */
function fileNamesOf({ value }: Flag): readonly FileName[] {
  if (value === undefined) return [];
  let at = value.from;
  return valueText(value)
    .split(',')
    .map((path) => {
      const from = at;
      at += path.length + 1;
      return { word: value.word, from, to: from + path.length };
    });
}

function namedFile({ word, from, to }: FileName): Named {
  const text = word.text.slice(from, to);
  const span = sourceSpan(word, from, to);
  return text.includes(unknownText) ? { kind: 'unknown', span } : { kind: 'text', text, span };
}

function valueOf(flags: readonly Flag[], name: string): FlagValue | undefined {
  return flags.findLast((flag) => flag.name === name)?.value;
}

function known(flags: readonly Flag[], name: string): string | undefined {
  const value = valueOf(flags, name);
  return value === undefined ? undefined : knownText(value);
}

function knownText(value: FlagValue): string | undefined {
  const text = valueText(value);
  return text.includes(unknownText) ? undefined : text;
}

function named(value: FlagValue): Named {
  const text = knownText(value);
  const span = sourceSpan(value.word, value.from, value.word.text.length);
  return text === undefined ? { kind: 'unknown', span } : { kind: 'text', text, span };
}
