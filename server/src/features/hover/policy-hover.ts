import { t } from '@vscode/l10n';
import { isPolicyKind, policyFieldOf } from '../../knowledge/policy-fields.ts';
import { objectsOf } from '../../manifests/objects.ts';
import { keyName, resolve } from '../../yaml/navigate.ts';
import type { KeyPath, ScalarNode, YamlNode } from '../../yaml/node.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { sourceKindOf, pathOf } from '../../source/file.ts';
import type { HoverText, Place } from '../inquiry.ts';
import { linksLine } from './links.ts';
import { touches } from '../touches.ts';

/** What a field of a network policy does. The file is read anew: facts of policies keep no keys. */
export function policyHover({ uri, text, offset }: Place): HoverText | undefined {
  if (!mayHoldPolicy.test(text) || sourceKindOf(pathOf(uri)) !== 'yaml') return undefined;
  for (const { kind, root } of objectsOf(parseYaml(text))) {
    if (!isPolicyKind(kind) || offset < root.span.start || offset > root.span.end) continue;
    const found = keyAt(root, offset, []);
    // A selector may have labels that are called like a field.
    const isLabel = found?.path.some((name) => name === 'matchLabels' || name === 'metadata') === true;
    const field = found === undefined || isLabel ? undefined : policyFieldOf(kind, found.path);
    if (found === undefined || field === undefined) return undefined;
    const { summary, meshes, rules, page } = field;
    const parts = [
      `**\`${found.path.at(-1) ?? ''}\`** · ${kind}`,
      t(summary),
      ...(meshes === undefined ? [] : [t`**Meshes:** ${t(meshes)}`]),
      linksLine(rules, page),
    ];
    const { start, end } = found.key.span;
    return { markdown: parts.join('\n\n'), start, end };
  }
  return undefined;
}

const mayHoldPolicy = /\bkind:[ \t]*["']?\w*NetworkPolicy/;

interface FoundKey {
  readonly path: KeyPath;
  readonly key: ScalarNode;
}

/** The key that stands at an offset, with the keys above it; places of lists are left out. */
function keyAt(node: YamlNode, offset: number, path: KeyPath): FoundKey | undefined {
  if (node.kind === 'alias') return undefined;
  const own = resolve(node);
  if (own?.kind === 'sequence') {
    const item = own.items.find(({ span }) => touches(span, offset));
    return item === undefined ? undefined : keyAt(item, offset, path);
  }
  if (own?.kind !== 'map') return undefined;
  const entry = own.entries.find(({ key, value }) => key.span.start <= offset && offset <= value.span.end);
  if (entry === undefined) return undefined;
  const { key, value } = entry;
  const below = [...path, keyName(key)];
  return offset <= key.span.end ? { path: below, key } : keyAt(value, offset, below);
}
