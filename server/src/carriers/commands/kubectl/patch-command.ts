import { pointerKeys } from '../../../yaml/json-pointer.ts';
import {
  effectiveEntries,
  itemsAt,
  keyName,
  knownText,
  mapAt,
  nodeAt,
  resolve,
} from '../../../yaml/navigate.ts';
import type { KeyPath, Span, YamlNode } from '../../../yaml/node.ts';
import { parseYaml } from '../../../yaml/parse.ts';
import { parseArguments, valueText } from '../arguments.ts';
import type { SimpleCommand } from '../shell/command.ts';
import { isKnown } from '../shell/word.ts';
import { kubectlFlags, kubectlIn } from './kubectl.ts';

/** `kubectl patch deployment cart -p '{…}'`: labels and annotations that a command sets on a namespace or on pods. */
export interface PatchCommand {
  readonly scope: 'namespace' | 'workload';
  /** The name of the namespace, or the one that the command names; absent where only the shell knows. */
  readonly namespace: string | undefined;
  readonly workload: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The patch, in the script. */
  readonly span: Span;
}

/** Kinds by the names that kubectl takes, groups and plurals left out. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['namespace', 'Namespace'],
  ['ns', 'Namespace'],
  ['deployment', 'Deployment'],
  ['deploy', 'Deployment'],
  ['statefulset', 'StatefulSet'],
  ['sts', 'StatefulSet'],
  ['daemonset', 'DaemonSet'],
  ['ds', 'DaemonSet'],
]);

/** Reads a command as one that patches a namespace or a workload with a patch that it spells out; else absent. */
export function patchCommand(command: SimpleCommand): PatchCommand | undefined {
  const words = kubectlIn(command);
  if (words === undefined) return undefined;
  const args = parseArguments(words, {
    withValue: new Set([...kubectlFlags.withValue, 'patch', 'type', 'patch-file', 'subresource']),
    short: { ...kubectlFlags.short, p: 'patch' },
  });
  const flag = (name: string) =>
    args.flatMap((arg) => (arg.kind === 'flag' && arg.name === name && arg.value ? [arg.value] : [])).at(-1);
  const [verb, ...subject] = args.flatMap((arg) => (arg.kind === 'flag' ? [] : [arg.word]));
  const patch = flag('patch');
  const [type = '', name] =
    subject.length === 1 ? (subject[0]?.text.split('/') ?? []) : subject.map(({ text }) => text);
  const kind = kindOf(type);
  if (verb?.text !== 'patch' || patch === undefined || kind === undefined || !isKnown(patch.word))
    return undefined;
  const known = (text: string | undefined): string | undefined =>
    text === undefined || text.includes('\0') ? undefined : text;
  const isNamespace = kind === 'Namespace';
  const inNamespace = flag('namespace');
  const root = resolve(parseYaml(valueText(patch)).documents[0]?.root);
  if (root === undefined) return undefined;
  const base = isNamespace ? ['metadata'] : ['spec', 'template', 'metadata'];
  return {
    scope: isNamespace ? 'namespace' : 'workload',
    namespace: known(isNamespace ? name : inNamespace && valueText(inNamespace)),
    workload: isNamespace ? undefined : `${kind} ${known(name) ?? ''}`.trim(),
    labels: textsAt(root, [...base, 'labels']),
    annotations: textsAt(root, [...base, 'annotations']),
    span: patch.word.span,
  };
}

/** `deployments.apps` as `Deployment`. */
function kindOf(type: string): string | undefined {
  const bare = type.split('.')[0] ?? '';
  return kinds.get(bare) ?? kinds.get(bare.replace(/s$/, ''));
}

/** What a patch sets below a path, be it a partial object or a list of operations (RFC 6902). */
function textsAt(root: YamlNode, path: KeyPath): Readonly<Record<string, string>> {
  const node = resolve(root);
  if (node?.kind === 'map') return textsIn(mapAt(node, path));
  const added = itemsAt(node, []).flatMap((operation) => Object.entries(addedBelow(operation, path)));
  return Object.fromEntries(added);
}

function addedBelow(operation: YamlNode, path: KeyPath): Readonly<Record<string, string>> {
  const op = knownText(nodeAt(operation, ['op']));
  const keys = pointerKeys(knownText(nodeAt(operation, ['path'])) ?? '');
  if ((op !== 'add' && op !== 'replace') || !path.every((key, index) => keys[index] === key)) return {};
  if (keys.length === path.length) return textsIn(mapAt(operation, ['value']));
  const value = knownText(nodeAt(operation, ['value']));
  const key = keys[path.length];
  return key === undefined || value === undefined || keys.length !== path.length + 1 ? {} : { [key]: value };
}

function textsIn(map: ReturnType<typeof mapAt>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (map === undefined ? [] : effectiveEntries(map)).flatMap(({ key, value }) => {
      const text = knownText(value);
      return text === undefined ? [] : [[keyName(key), text]];
    }),
  );
}
