import { editInside } from '../../edits/edit-embedded.ts';
import { refused, type Change, type EditResult } from '../../edits/edit.ts';
import type { DeploymentFact, ValuesSource } from '../../facts/deployment.ts';
import type { Fact } from '../../facts/fact.ts';
import type { KeyPath, LayerAddress } from '../../facts/settings.ts';
import { itemsAt, knownText, mapAt, nodeAt, stringAt } from '../../yaml/navigate.ts';
import type { YamlDocument } from '../../yaml/node.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { Carrier } from '../carrier.ts';
import { namedAt } from '../named.ts';
import { formatValue } from '../strvals/format-set.ts';
import { noValues, ownValues, valuesAt, type OwnPlace, type OwnValues } from '../values-at.ts';
import { writeValues } from '../write-values.ts';
import { isSetBy, settingsOfSetValues, setValuesOf } from './set-values.ts';
import { moduleCalls, type ModuleCall } from './tasks.ts';
import { knownPlace, lookedUpFile, pathIn } from './templates.ts';

/** The names of the Helm module. */
export const helmModules: ReadonlySet<string> = new Set([
  'kubernetes.core.helm',
  'community.kubernetes.helm',
]);

/**
 * Tasks of Ansible that call the Helm module. It hands its arguments on to `helm upgrade -i`: lowest first the files of
 * `values_files`, then `release_values` (or `values`), then `set_values`
 * (https://github.com/ansible-collections/kubernetes.core, plugins/modules/helm.py).
 */
export const ansibleHelmCarrier: Carrier = {
  name: 'ansible-helm',
  kinds: ['yaml'],
  hints: [...helmModules],
  read: (file) =>
    file
      .yaml()
      .documents.flatMap((document) =>
        moduleCalls(document, helmModules).flatMap((call) => factsOf(call, document, file.text)),
      ),
  write: writeTask,
};

function factsOf(call: ModuleCall, document: YamlDocument, text: string): readonly Fact[] {
  const { map } = call;
  const chart = namedAt(map, ['chart_ref']) ?? namedAt(map, ['chart']);
  if (chart?.kind !== 'text') return [];
  const isFromRepository = nodeAt(map, ['chart_repo_url']) !== 'absent';
  const isForCilium = /(?:^|\/)cilium(?:-v?\d[^/]*\.tgz)?\/?(?:$|[:@])/.test(chart.text);
  if (!isForCilium && (isFromRepository || chart.text.includes('://'))) return [];
  const place: OwnPlace = { text, document, carrier: 'ansible-helm' };
  const values = valuesOf(call, place, isForCilium);
  const deployment: DeploymentFact = {
    kind: 'deployment',
    title: `Ansible task for ${stringAt(map, ['release_name']) ?? stringAt(map, ['name']) ?? chart.text}`,
    chart,
    ...(isFromRepository ? { chartIn: 'registry' } : {}),
    chartSource: undefined,
    version: namedAt(map, ['chart_version']),
    namespace: textAt(call, 'release_namespace') ?? textAt(call, 'namespace'),
    values: values.sources,
    destination: textAt(call, 'context') ?? textAt(call, 'kube_context'),
    deploys: !['absent', 'uninstalled'].includes(
      textAt(call, 'release_state') ?? textAt(call, 'state') ?? '',
    ),
    span: map.span,
  };
  return [...values.layers, deployment];
}

function textAt({ map }: ModuleCall, key: string): string | undefined {
  return knownText(nodeAt(map, [key]));
}

function valuesOf(call: ModuleCall, place: OwnPlace, isForCilium: boolean): OwnValues {
  const parts = [
    { layers: [], sources: filesOf(call) },
    inlineValues(call, place, isForCilium),
    setValues(call, place, isForCilium),
  ];
  return {
    layers: parts.flatMap(({ layers }) => layers),
    sources: parts.flatMap(({ sources }) => sources),
  };
}

function filesOf({ map }: ModuleCall): readonly ValuesSource[] {
  const list = nodeAt(map, ['values_files']);
  const files = itemsAt(map, ['values_files']).map((item): ValuesSource => {
    const path = pathIn(item);
    // What another task writes under the same words is known all the same.
    const text = path.kind === 'text' ? path.text : knownPlace(item);
    return text === undefined
      ? { kind: 'unknown', span: path.span }
      : { kind: 'file', path: text, base: 'file', span: path.span };
  });
  const isList = typeof list !== 'string' && list.kind === 'sequence' && !list.open;
  return isList || list === 'absent' ? files : [{ kind: 'unknown', span: map.span }];
}

/** The name by which the task calls its values. */
function valuesKey({ map }: ModuleCall): 'release_values' | 'values' {
  return nodeAt(map, ['values']) === 'absent' && nodeAt(map, ['release_values']) !== 'absent'
    ? 'release_values'
    : 'values';
}

function inlineValues(call: ModuleCall, place: OwnPlace, isForCilium: boolean): OwnValues {
  const key = valuesKey(call);
  const node = nodeAt(call.map, [key]);
  if (typeof node === 'string')
    return node === 'absent' ? noValues : valuesAt(place, [...call.path, key], isForCilium);
  const file = lookedUpFile(node);
  return file === undefined
    ? valuesAt(place, [...call.path, key], isForCilium)
    : { layers: [], sources: [{ kind: 'file', path: file, base: 'file', span: node.span }] };
}

function setValues(call: ModuleCall, place: OwnPlace, isForCilium: boolean): OwnValues {
  const { items, open } = setValuesOf(place.text, call);
  if (items.length === 0 && !open) return noValues;
  const settings = settingsOfSetValues(place.text, items);
  const node = nodeAt(call.map, ['set_values']);
  const { span } = typeof node === 'string' ? call.map : node;
  return ownValues(place, [...call.path, 'set_values'], { settings, open, span }, isForCilium);
}

/** Writes into the task's values; a key that `set_values` decides is changed there. */
function writeTask(text: string, address: LayerAddress, change: Change): EditResult {
  const { document, path } = address;
  const at = path.lastIndexOf('set_values');
  if (at === -1) return writeValues(text, address, change);
  const task = path.slice(0, at);
  const below = path.slice(at + 1);
  const map = mapAt(parseYaml(text).documents[document]?.root, task);
  if (map === undefined) return refused('gone');
  const call: ModuleCall = { map, path: task };
  const { items } = setValuesOf(text, call);
  const own: KeyPath = change.op === 'set' ? [...below, ...change.path] : [];
  if (change.op !== 'set') return refused('unsupported-layout');
  if (!isSetBy(items, own)) {
    return writeValues(text, { document, path: [...task, valuesKey(call), ...below] }, change);
  }
  const matches = (path: readonly (string | number)[]): boolean =>
    path.length === own.length && own.every((part, index) => path[index] === part);
  const item = items.findLast(({ assignments }) => assignments.some((one) => matches(one.path)));
  const assignment = item?.assignments.findLast((one) => matches(one.path));
  const newText = item && formatValue(change.value, item.kind);
  if (item === undefined || assignment === undefined || newText === undefined)
    return refused('unsupported-layout');
  const place = { document, path: [...task, 'set_values', String(item.index), 'value'] };
  return editInside(text, place, () => ({ ok: true, edits: [{ span: assignment.valueSpan, newText }] }));
}
