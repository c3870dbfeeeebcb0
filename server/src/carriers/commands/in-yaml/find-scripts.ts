import { keyName } from '../../../yaml/navigate.ts';
import type {
  KeyPath,
  MapNode,
  ScalarNode,
  SequenceNode,
  YamlDocument,
  YamlNode,
} from '../../../yaml/node.ts';

/** A scalar and its place in its document. */
export interface PlacedScalar {
  /** 0-based index of the document. */
  readonly document: number;
  readonly path: KeyPath;
  readonly scalar: ScalarNode;
}

/** A list whose items are arguments, as containers have them. */
export interface ArgumentList {
  readonly document: number;
  readonly path: KeyPath;
  readonly list: SequenceNode;
}

/** A command whose arguments stand one by one in lists: `command` and `args` of a container, `argv` of a task. */
export interface ListedCommand {
  /** In the order of the command line, never empty. */
  readonly lists: readonly ArgumentList[];
  /** The program that gets the arguments, where it is not the first of them. */
  readonly program: string | undefined;
}

/** What in a document may be run. */
export type FoundScript =
  | { readonly kind: 'text'; readonly place: PlacedScalar }
  | { readonly kind: 'list'; readonly command: ListedCommand };

/**
 * Keys that hold scripts: steps of GitHub Actions, GitLab CI, CircleCI, Drone, Woodpecker, Azure Pipelines, Travis,
 * Bitbucket, Buildkite, CodeBuild, Tekton and Argo Workflows; commands of a Taskfile, of Ansible, cloud-init, compose.
 * What stands there in other tools is read as well: without a chart command in it, it says nothing.
 */
const scriptKeys = new Set(
  (
    'run script before_script after_script install before_install commands command cmds cmd bash shell raw source ' +
    'runcmd bootcmd pre_build build post_build ' +
    'ansible.builtin.shell ansible.builtin.command ansible.legacy.shell ansible.legacy.command'
  ).split(' '),
);
/** Lists of arguments rather than of commands. */
const argumentKeys = ['entrypoint', 'command', 'args', 'argv'] as const;
/** Deeper than any workflow. */
const maxDepth = 40;

/** Everything in a document that may be run, in file order of the scripts. Bounded, and anchors are read where they stand. */
export function findScripts({ index, root }: YamlDocument): readonly FoundScript[] {
  const found: FoundScript[] = [];
  const visit = (node: YamlNode, path: KeyPath): void => {
    if (path.length > maxDepth) return;
    if (node.kind === 'sequence') node.items.forEach((item, at) => visit(item, [...path, String(at)]));
    if (node.kind !== 'map') return;
    const listed = listedCommand(node, index, path);
    if (listed !== undefined) found.push({ kind: 'list', command: listed });
    for (const { key, value } of node.entries) {
      const name = keyName(key);
      if (value.kind === 'scalar' && !scriptKeys.has(name) && name !== scriptFileKey) continue;
      const own = [...path, name];
      const isListed = listed?.lists.some(({ list }) => list === value) === true;
      if (!isListed && scriptKeys.has(name)) found.push(...scriptsAt(value, index, own));
      if (isScriptFile(node, name)) found.push(...scriptsAt(value, index, own));
      visit(value, own);
    }
  };
  if (root !== undefined) visit(root, []);
  return found;
}

/** A script, or a list of them; a list in the list is one command (cloud-init) or more of them (GitLab). */
function scriptsAt(node: YamlNode, document: number, path: KeyPath): readonly FoundScript[] {
  if (node.kind === 'scalar') return [{ kind: 'text', place: { document, path, scalar: node } }];
  if (node.kind !== 'sequence') return [];
  return node.items.flatMap((item, at): readonly FoundScript[] => {
    const own = [...path, String(at)];
    if (item.kind !== 'sequence' || !isArgumentList(item)) return scriptsAt(item, document, own);
    return [{ kind: 'list', command: { lists: [{ document, path: own, list: item }], program: undefined } }];
  });
}

function listedCommand(map: MapNode, document: number, path: KeyPath): ListedCommand | undefined {
  const lists = argumentKeys.flatMap((key): ArgumentList[] => {
    const value = valueOf(map, key);
    return value?.kind === 'sequence' ? [{ document, path: [...path, key], list: value }] : [];
  });
  const [first] = lists;
  return first !== undefined && isArgumentList(first.list) ? { lists, program: programOf(map) } : undefined;
}

/** A program that stands by itself, as in Cloud Build, or that the container's image runs. */
function programOf(map: MapNode): string | undefined {
  const [named] = [valueOf(map, 'entrypoint'), valueOf(map, 'command')].filter((node) => node !== undefined);
  if (named === undefined) return imageProgram(map);
  return named.kind === 'scalar' && /^\S+$/.test(named.text) ? named.text : undefined;
}

/** Arguments are single words, or follow a shell: `[sh, -c, 'helm upgrade …']`. A list of commands begins with one. */
function isArgumentList({ items }: SequenceNode): boolean {
  const [first] = items;
  return (
    first === undefined ||
    (first.kind === 'scalar' && !/^\S+\s/.test(first.text.replace(/\{\{.*?\}\}/g, 'x')))
  );
}

/** Images whose arguments go to the tool: `alpine/helm`, `quay.io/cilium/cilium-cli`. */
function imageProgram(map: MapNode): string | undefined {
  const image = valueOf(map, 'image');
  const name = image?.kind === 'scalar' ? /([^/:@]+)(?:[:@][^/]*)?$/.exec(image.text)?.[1] : undefined;
  if (name === 'helm') return 'helm';
  return name === 'cilium-cli' || name === 'cilium-cli-ci' ? 'cilium' : undefined;
}

const scriptFileKey = 'content';

/** `content` beside a `path` (cloud-init) or a `dest` (Ansible), as far as it is a script. */
function isScriptFile(map: MapNode, key: string): boolean {
  const content = key === scriptFileKey ? valueOf(map, key) : undefined;
  return content?.kind === 'scalar' && content.text.startsWith('#!');
}

function valueOf(map: MapNode, key: string): YamlNode | undefined {
  return map.entries.findLast((entry) => keyName(entry.key) === key)?.value;
}
