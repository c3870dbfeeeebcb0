import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver';
import type { Completion, CompletionTopic } from '../features/completion/completion.ts';
import type { CompletionFeatures } from './client-features.ts';
import type { Asked } from './asked.ts';
import type { Roots } from './roots.ts';
import { fieldsOf } from './settings.ts';

/** Behind these an editor asks by itself: a value behind `key: `, a path of keys, a label with a prefix, `--set a.b=`. */
export const triggerCharacters: readonly string[] = [' ', '.', '/', '='];

/**
 * What can be written at a place, for clients of every ability; null where the place is none of ours. A workspace that is still
 * being read may know better soon: the client asks again then.
 */
export function completionsOf(
  { place, document: { text, root }, inquiry }: Asked,
  context: CompletionContext | undefined,
  features: CompletionFeatures,
): CompletionList | null {
  if (!root.settings.completion) return null;
  // A space is typed for many reasons: only where a value is due is it one for us.
  const isSpace = context?.triggerCharacter === ' ';
  const completions = inquiry.completions(place).filter(({ kind }) => !isSpace || kind === 'value');
  const items = completions.flatMap((completion): CompletionItem[] => {
    const newText = textOf(completion, features);
    if (newText === undefined) return [];
    const { start, end } = completion.replace;
    return [
      {
        label: completion.label,
        kind: kinds[completion.kind],
        ...(completion.detail === '' ? {} : { detail: completion.detail }),
        sortText: `${String(Math.round(completion.rank * 100)).padStart(4, '0')} ${completion.label}`,
        filterText: completion.filterText ?? completion.label,
        textEdit: { range: { start: text.positionAt(start), end: text.positionAt(end) }, newText },
        ...(features.snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
        ...(features.keepsIndentation ? { insertTextMode: InsertTextMode.asIs } : {}),
        ...(completion.isDeprecated === true && features.deprecatedTag
          ? { tags: [CompletionItemTag.Deprecated] }
          : {}),
        data: { uri: place.uri, topic: completion.topic } satisfies ItemData,
      },
    ];
  });
  return items.length === 0 ? null : { isIncomplete: !root.isReady, items };
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  map: CompletionItemKind.Module,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  block: CompletionItemKind.Snippet,
  mark: CompletionItemKind.Property,
};

/** The text to insert; a client that would indent further lines anew gets the first one, and no blocks. */
function textOf(
  { insert, kind }: Completion,
  { snippets, keepsIndentation }: CompletionFeatures,
): string | undefined {
  const text = insert
    .map((piece) => {
      if (typeof piece === 'string') return snippets ? escaped(piece) : piece;
      if (snippets) return `\${1|${piece.choices.map(escapedChoice).join(',')}|}`;
      return piece.choices[0] ?? '';
    })
    .join('');
  if (keepsIndentation || !text.includes('\n')) return text;
  return kind === 'block' ? undefined : text.replace(/\n[^]*$/, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

function escapedChoice(text: string): string {
  return text.replaceAll(/[\\$},|]/g, '\\$&');
}

/** What an item carries to its resolving. */
interface ItemData {
  readonly uri: string;
  readonly topic: CompletionTopic;
}

/** Adds what there is to say about an item. */
export function resolveCompletion(
  item: CompletionItem,
  roots: Roots,
  { markdown }: CompletionFeatures,
): CompletionItem {
  const data = fieldsOf(item.data);
  const uri = String(data.get('uri'));
  const topic = topicFrom(data.get('topic'));
  const value = topic === undefined ? undefined : roots.of(uri)?.lint.inquiry.documentation(uri, topic);
  if (value === undefined || value === '') return item;
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { ...item, documentation: { kind, value } };
}

/** What the client sends back need not be what it was sent. */
function topicFrom(value: unknown): CompletionTopic | undefined {
  const fields = fieldsOf(value);
  const textOfField = (name: string): string => String(fields.get(name));
  const path = fields.get('path');
  switch (fields.get('kind')) {
    case 'key':
      return {
        kind: 'key',
        path: Array.isArray(path) ? path.map(String) : [],
        dialect: fields.get('dialect') === 'agent' ? 'agent' : 'helm',
        version: textOfField('version'),
      };
    case 'mark':
      return {
        kind: 'mark',
        key: textOfField('key'),
        ...(fields.has('value') ? { value: textOfField('value') } : {}),
      };
    case 'block':
      return { kind: 'block', name: textOfField('name'), version: textOfField('version') };
    default:
      return undefined;
  }
}
