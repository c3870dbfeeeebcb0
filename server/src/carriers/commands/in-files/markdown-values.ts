import { editYaml } from '../../../edits/edit-yaml.ts';
import { refused, type Change, type EditResult } from '../../../edits/edit.ts';
import type { LayerAddress, SettingsLayer } from '../../../facts/settings.ts';
import { sourceFile } from '../../../source/file.ts';
import type { Carrier } from '../../carrier.ts';
import { valuesFileCarrier } from '../../values-file.ts';
import { excerptOf, placedEdits, placedSpan, type Excerpt } from '../excerpt.ts';
import { codeFences } from './markdown.ts';

/**
 * Values of Cilium in the YAML fences of a Markdown text, for people to copy. Commands of such a text are addressed by
 * their place alone; these by the place of their fence, `values`, and the place of the document in it.
 */
export const markdownValuesCarrier: Carrier = {
  name: 'markdown-values',
  kinds: ['markdown'],
  hints: valuesFileCarrier.hints,
  read: ({ text }) => yamlFences(text).flatMap((excerpt, fence) => layersOf(excerpt, fence)),
  write: writeFence,
};

function yamlFences(text: string): readonly Excerpt[] {
  return codeFences(text)
    .filter(({ language }) => language === 'yaml' || language === 'yml')
    .map(({ lines, margin }) => excerptOf(text, lines, margin));
}

function layersOf(excerpt: Excerpt, fence: number): readonly SettingsLayer[] {
  const facts = valuesFileCarrier.read(sourceFile('', 'yaml', excerpt.text));
  return facts.flatMap((layer) => {
    if (layer.kind !== 'settings') return [];
    const { document, path } = layer.address;
    return [
      {
        ...layer,
        carrier: 'markdown-values',
        address: { document: fence, path: ['values', String(document), ...path] },
        span: placedSpan(excerpt, layer.span),
        settings: layer.settings.map((setting) => ({
          ...setting,
          keySpan: placedSpan(excerpt, setting.keySpan),
          valueSpan: placedSpan(excerpt, setting.valueSpan),
        })),
        isExample: true,
      },
    ];
  });
}

function writeFence(text: string, { document: fence, path }: LayerAddress, change: Change): EditResult {
  const excerpt = yamlFences(text)[fence];
  const [, document, ...base] = path;
  if (excerpt === undefined || document === undefined) return refused('gone');
  const inner = editYaml(excerpt.text, { document: Number(document), base }, change);
  return inner.ok ? { ok: true, edits: placedEdits(excerpt, inner.edits) } : inner;
}
