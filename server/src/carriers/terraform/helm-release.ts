import { refused } from '../../edits/edit.ts';
import type { DeploymentFact, Named, ValuesSource } from '../../facts/deployment.ts';
import type { Fact } from '../../facts/fact.ts';
import type { ByHand, SettingsLayer } from '../../facts/settings.ts';
import type { Span } from '../../yaml/node.ts';
import type { Carrier } from '../carrier.ts';
import type { FlatSettings } from '../flatten.ts';
import { ciliumLayers, mayHideCilium } from '../values-layers.ts';
import { attributeOf, type Block, type Expression } from './hcl/node.ts';
import { parseHcl } from './hcl/parse.ts';
import {
  clusterModuleHints,
  clusterModulesIn,
  encodingFunctions,
  helmBlockHints,
  helmBlocksIn,
} from './helm-blocks.ts';
import { localsOf, namedText, pathText, resolvedExpression, type Locals } from './references.ts';
import { setValuesOf } from './set-blocks.ts';
import { settingsOfHeredoc, settingsOfObject } from './settings.ts';

/**
 * The releases and rendered charts of Terraform and OpenTofu: which files they read, and what they set themselves; lowest
 * first `values` in their order, then `set` (https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release).
 * Nothing is written into HCL: people add what is missing by hand.
 */
export const terraformCarrier: Carrier = {
  name: 'terraform',
  kinds: ['terraform'],
  hints: [...helmBlockHints, ...clusterModuleHints],
  read: ({ text }) => {
    const body = parseHcl(text);
    const locals = localsOf(body);
    const releases = helmBlocksIn(body);
    return [
      ...releases.flatMap((block, index) => factsOf({ text, block, index, locals })),
      ...clusterModulesIn(body).flatMap((block, index) =>
        moduleFacts({ text, block, index: releases.length + index, locals }),
      ),
    ];
  },
  write: () => refused('unsupported-layout'),
};

interface Release {
  readonly text: string;
  readonly block: Block;
  /** Its place among the releases and clusters of the file. */
  readonly index: number;
  readonly locals: Locals;
}

interface ReleaseValues {
  readonly layers: readonly SettingsLayer[];
  readonly sources: readonly ValuesSource[];
}

function factsOf(release: Release): readonly Fact[] {
  const { block, locals } = release;
  const { body, labels, span } = block;
  const chart = chartOf(release);
  if (chart?.kind !== 'text') return [];
  const isFromRepository = namedText(body, 'repository', locals) !== undefined;
  const isForCilium = /(?:^|\/)cilium(?:-v?\d[^/]*\.tgz)?\/?(?:$|[:@])/.test(chart.text);
  if (!isForCilium && (isFromRepository || chart.text.includes('://'))) return [];
  const parts = valuesOf(release, isForCilium);
  const namespace = namedText(body, 'namespace', locals);
  const deployment: DeploymentFact = {
    kind: 'deployment',
    title: labels.join(' '),
    chart,
    ...(isFromRepository ? { chartIn: 'registry' } : {}),
    chartSource: undefined,
    version: namedText(body, 'version', locals),
    namespace: namespace?.kind === 'text' ? namespace.text : undefined,
    values: parts.flatMap(({ sources }) => sources),
    destination: undefined,
    deploys: true,
    span,
  };
  return [...parts.flatMap(({ layers }) => layers), deployment];
}

/** Cilium as a module of a whole cluster installs it, where it is told to install that and with which values. */
function moduleFacts(release: Release): readonly Fact[] {
  const { block, locals } = release;
  const { body, labels, span } = block;
  const plugin = namedText(body, 'cni_plugin', locals);
  const own = moduleValues(release, 'cilium_values');
  const merged = moduleValues(release, 'cilium_merge_values');
  if (own.length + merged.length === 0 || (plugin?.kind === 'text' && plugin.text !== 'cilium')) return [];
  const parts = [...(own.length === 0 ? [unknownValues(span)] : own), ...merged];
  const deployment: DeploymentFact = {
    kind: 'deployment',
    title: `module ${labels.join(' ')}`,
    chart: { kind: 'text', text: 'cilium', span },
    chartIn: 'registry',
    chartSource: undefined,
    version: namedText(body, 'cilium_version', locals),
    namespace: 'kube-system',
    values: parts.flatMap(({ sources }) => sources),
    destination: undefined,
    deploys: true,
    span,
  };
  return [...parts.flatMap(({ layers }) => layers), deployment];
}

/** Values in an argument of a module: a text, a file, or a list of these. */
function moduleValues(release: Release, name: string): readonly ReleaseValues[] {
  const argument = attributeOf(release.block.body, name);
  const value = argument && resolvedExpression(argument, release.locals);
  if (argument === undefined || value === undefined) return [];
  if (value.kind === 'literal' && (value.value === null || value.value === '')) return [];
  const items = value.kind === 'list' ? value.items : [argument];
  return items.map((item, at) => valuesItem(release, item, at, true, name));
}

function chartOf({ block: { body }, locals }: Release): Named | undefined {
  const chart = attributeOf(body, 'chart');
  const path = chart && pathText(chart, locals);
  return chart !== undefined && path !== undefined
    ? { kind: 'text', text: path, span: chart.span }
    : namedText(body, 'chart', locals);
}

function valuesOf(release: Release, isForCilium: boolean): readonly ReleaseValues[] {
  const { body } = release.block;
  const list = attributeOf(body, 'values');
  const value = list && resolvedExpression(list, release.locals);
  const set = setValuesOf(body);
  return [
    ...(value?.kind === 'list'
      ? value.items.map((item, at) => valuesItem(release, item, at, isForCilium))
      : value === undefined || (value.kind === 'literal' && value.value === null)
        ? []
        : [unknownValues(value.span)]),
    ...(set === undefined ? [] : [ownValues(release, ['set'], set, set.syntax, isForCilium)]),
  ];
}

function valuesItem(
  release: Release,
  item: Expression,
  at: number,
  isForCilium: boolean,
  name = 'values',
): ReleaseValues {
  const value = resolvedExpression(item, release.locals);
  const path = [name, String(at)];
  if (value.kind === 'heredoc') {
    const read = settingsOfHeredoc(release.text, value);
    return read === undefined
      ? unknownValues(value.span)
      : ownValues(release, path, read, 'yaml', isForCilium);
  }
  const [argument] = value.kind === 'call' ? value.arguments : [];
  if (value.kind !== 'call' || argument === undefined) return unknownValues(item.span);
  if (value.name === 'file' || value.name === 'templatefile') {
    const file = pathText(argument, release.locals);
    return file === undefined
      ? unknownValues(item.span)
      : { layers: [], sources: [{ kind: 'file', path: file, base: 'file', span: argument.span }] };
  }
  const object = resolvedExpression(argument, release.locals);
  if (!encodingFunctions.has(value.name) || object.kind !== 'object') return unknownValues(item.span);
  const settings = { ...settingsOfObject(object), span: object.span };
  return ownValues(release, path, settings, 'terraform-object', isForCilium);
}

function unknownValues(span: Span): ReleaseValues {
  return { layers: [], sources: [{ kind: 'unknown', span }] };
}

function ownValues(
  { index }: Release,
  path: readonly string[],
  flat: FlatSettings & { readonly span: Span },
  byHand: ByHand,
  isForCilium: boolean,
): ReleaseValues {
  const address = { document: index, path };
  const values = { ...flat, carrier: 'terraform', address, isForCilium } as const;
  const hidden = mayHideCilium(values) ? unknownValues(flat.span).sources : [];
  return {
    layers: ciliumLayers(values).map((layer) => ({ ...layer, byHand })),
    sources: [...hidden, { kind: 'own-layer', address }],
  };
}
