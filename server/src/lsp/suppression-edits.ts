import { t } from '@vscode/l10n';
import {
  configurationName,
  configurationNames,
  configuredSuppression,
} from '../features/suppress-in-configuration.ts';
import { suppressionComment, type SuppressionScope } from '../features/suppress.ts';
import type { RuleName } from '../rules/names.ts';
import { pathOf } from '../source/file.ts';
import type { ClientFeatures } from './client-features.ts';
import type { OpenDocument } from './documents.ts';
import { madeEdit, type MadeEdit } from './made-edit.ts';
import type { Root } from './roots.ts';
import type { TextOf } from './texts.ts';

/** Which rule is not to speak in which file. The URI is canonical. */
export interface Silenced {
  readonly uri: string;
  readonly rule: RuleName;
}

/** The comment that keeps a rule from speaking at an offset of a document or in all of it, with the reason to fill in. */
export function commentEdit(
  { uri, rule }: Silenced,
  { scope, offset }: { readonly scope: SuppressionScope; readonly offset: number },
  { text }: OpenDocument,
  client: ClientFeatures,
  textOf: TextOf,
): MadeEdit {
  const comment = suppressionComment(pathOf(uri), text.getText(), offset, rule, scope);
  if (comment === undefined)
    return { ok: false, reason: t('No comment can stand there; `.cilium-mesh-lint.yaml` can suppress it.') };
  const target = textOf(uri)?.target;
  if (!client.snippetEdits || target === undefined)
    return madeEdit({ ok: true, files: [{ uri, edits: [comment.edit] }] }, client, textOf);
  const { span, newText } = comment.edit;
  const { start, length } = comment.reason;
  const snippet = [
    escapedForSnippet(newText.slice(0, start)),
    `\${1:${newText.slice(start, start + length)}}`,
    escapedForSnippet(newText.slice(start + length)),
  ].join('');
  const range = { start: target.positionAt(span.start), end: target.positionAt(span.end) };
  const edits = [{ range, snippet: { kind: 'snippet' as const, value: snippet } }];
  return {
    ok: true,
    edit: { documentChanges: [{ textDocument: { uri: target.uri, version: target.version }, edits }] },
  };
}

function escapedForSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The entry of the nearest configuration that keeps a rule from speaking in a file; where there is none one is made. */
export function configurationEdit(
  { uri, rule }: Silenced,
  root: Root,
  client: ClientFeatures,
  textOf: TextOf,
): MadeEdit {
  // What is open nowhere as a folder has no place for a configuration.
  if (root.kind === 'loose') return { ok: false, reason: t('The file lies in no folder that is open.') };
  const configuration = configurationFor(uri, root);
  const text = textOf(configuration)?.text;
  const folder = configuration.slice(0, configuration.lastIndexOf('/'));
  const path = pathOf(uri).slice(pathOf(folder).length + 1);
  const result = configuredSuppression(text ?? '', path, rule);
  if (!result.ok) return result;
  const { edits } = result;
  if (text !== undefined)
    return madeEdit({ ok: true, files: [{ uri: configuration, edits }] }, client, textOf);
  if (!client.createsFiles || !client.versionedEdits)
    return {
      ok: false,
      reason: t('There is no `.cilium-mesh-lint.yaml` yet, and the editor cannot make one.'),
    };
  const start = { line: 0, character: 0 };
  const inserted = edits.map(({ newText }) => ({ range: { start, end: start }, newText }));
  return {
    ok: true,
    edit: {
      documentChanges: [
        { kind: 'create', uri: configuration, options: { ignoreIfExists: true } },
        { textDocument: { uri: configuration, version: null }, edits: inserted },
      ],
    },
  };
}

/** The configuration that is nearest above a file, or the one that its root could have. */
export function configurationFor(uri: string, { uri: root, files }: Pick<Root, 'uri' | 'files'>): string {
  for (let folder = uri; folder !== root && folder.startsWith(root);) {
    folder = folder.slice(0, folder.lastIndexOf('/'));
    const found = configurationNames.map((name) => `${folder}/${name}`).find((file) => files.has(file));
    if (found !== undefined) return found;
  }
  return `${root}/${configurationName}`;
}
