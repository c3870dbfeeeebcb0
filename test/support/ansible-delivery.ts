import { posix } from 'node:path';
import { parse } from 'yaml';
import { listAt, merge, textAt, treeAt, treesIn, type Delivery, type Tree } from './delivered-values.ts';

/**
 * What Ansible's Helm module hands to Helm for the one task of a file: `values_files`, of the role or copied from it to the
 * machine before, `release_values`, then `set_values` (kubernetes.core, plugins/modules/helm.py).
 */
export function deliveredByAnsible(
  tasks: string,
  folder: string,
  files: ReadonlyMap<string, string>,
): Delivery {
  const root: unknown = parse(tasks);
  const task = tasksIn(root).find((one) => 'chart_ref' in one) ?? {};
  const role = posix.dirname(folder);
  const fromFiles = listOf(task['values_files']).flatMap((path) => {
    const copied = tasksIn(root).find((one) => one['dest'] === path);
    const source =
      copied === undefined
        ? String(path).replace('{{ role_path }}', role)
        : posix.join(role, 'files', textAt(copied, 'src'));
    return treesIn(files.get(source) ?? '');
  });
  const [lookedUp] = /'([^']+\.j2)'/.exec(textAt(task, 'values'))?.slice(1) ?? [];
  const inline =
    lookedUp === undefined
      ? [treeAt(task, 'values'), treeAt(task, 'release_values')]
      : treesIn(files.get(posix.join(role, 'templates', lookedUp)) ?? '');
  return {
    version: textAt(task, 'chart_version'),
    values: [...fromFiles, ...inline].reduce(merge, {}),
    flags: listAt(task, 'set_values').flatMap((one) => [
      '--set',
      textAt(one, 'value').replace(/\{\{.*?\}\}/g, 'x'),
    ]),
  };
}

/** The arguments of every module in a file. */
function tasksIn(node: unknown): readonly Tree[] {
  if (typeof node !== 'object' || node === null) return [];
  const members: readonly unknown[] = Object.values(node);
  return [...(Array.isArray(node) ? [] : [{ ...node }]), ...members.flatMap(tasksIn)];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
