import { t } from '@vscode/l10n';
import { editYaml } from '../edits/edit-yaml.ts';
import { applyEdits, explainRefusal, type EditResult, type TextEdit } from '../edits/edit.ts';
import type { RuleName } from '../rules/names.ts';
import { parseYaml } from '../yaml/parse.ts';
import { resolve } from '../yaml/navigate.ts';

/** The name under which a configuration is made; either of the names is read. */
export const configurationName = '.cilium-mesh-lint.yaml';
/** The names under which a configuration is read. */
export const configurationNames: readonly string[] = [configurationName, '.cilium-mesh-lint.yml'];

/** The edits, or why there are none. */
export type ConfigurationEdits =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

/**
 * The edits by which a configuration file keeps a rule from speaking in one file, with a reason for the user to fill in.
 *
 * @param text the configuration as it is; empty where there is none yet
 * @param path the file, from the folder of the configuration
 */
export function configuredSuppression(text: string, path: string, rule: RuleName): ConfigurationEdits {
  const item = { rule, include: [asGlob(path)], reason: t('reason') };
  const addTo = (yaml: string): EditResult =>
    editYaml(yaml, { document: 0, base: [] }, { op: 'append', path: ['suppressions'], item });
  const empty = isEmpty(text);
  const result = addTo(empty ? noSuppressions : text);
  if (!result.ok) return { ok: false, reason: explainRefusal(result.reason) };
  if (!empty) return result;
  const begun = text === '' || text.endsWith('\n') ? '' : '\n';
  const newText = begun + applyEdits(noSuppressions, result.edits);
  return { ok: true, edits: [{ span: { start: text.length, end: text.length }, newText }] };
}

const noSuppressions = 'suppressions:\n';

/** A text of comments alone has no map that could be added to. */
function isEmpty(text: string): boolean {
  const root = resolve(parseYaml(text).documents[0]?.root);
  return root === undefined || (root.kind === 'scalar' && root.text === '');
}

/** A glob that no other file matches. */
function asGlob(path: string): string {
  return path.replaceAll(/[\\*?[\]{}()!+@]/g, '\\$&');
}
