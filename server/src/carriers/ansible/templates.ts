import type { Named } from '../../facts/deployment.ts';
import { resolve } from '../../yaml/navigate.ts';
import type { YamlNode } from '../../yaml/node.ts';

const roleFolder = /^\{\{\s*(?:role_path|ansible_parent_role_paths[^}]*|playbook_dir|inventory_dir)\s*\}\}\//;

/**
 * A path in a task. One that starts from the role's or the playbook's own folder counts from there, which is a folder
 * above the task.
 */
export function pathIn(node: YamlNode): Named {
  const scalar = resolve(node);
  const text = scalar?.kind === 'scalar' ? scalar.text.replace(roleFolder, '') : '';
  return text === '' || text.includes('{{')
    ? { kind: 'unknown', span: node.span }
    : { kind: 'text', text, span: node.span };
}

/** The words for a file on a machine, which may be templates: two tasks that use the same mean the same file. */
export function knownPlace(node: YamlNode): string | undefined {
  const scalar = resolve(node);
  const text = scalar?.kind === 'scalar' ? scalar.text.trim() : '';
  return text === '' || /\bitem\b/.test(text) ? undefined : text;
}

const lookup =
  /^\{\{-?\s*lookup\(\s*['"](?:ansible\.builtin\.)?(file|template)['"]\s*,\s*['"]([^'"{}]+)['"]\s*\)\s*\|\s*(?:ansible\.builtin\.)?from_yaml\s*-?\}\}$/;

/** The file that `lookup('file', 'values.yaml') | from_yaml` reads: Ansible looks for it in a folder of the role. */
export function lookedUpFile(node: YamlNode): string | undefined {
  const scalar = resolve(node);
  const [, kind, path] = scalar?.kind === 'scalar' ? (lookup.exec(scalar.text.trim()) ?? []) : [];
  if (path === undefined) return undefined;
  const folder = kind === 'template' ? 'templates' : 'files';
  return path.includes(`${folder}/`) ? path : `${folder}/${path}`;
}
