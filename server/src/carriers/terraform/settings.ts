import type { Setting, SettingValue } from '../../facts/settings.ts';
import type { KeyPath, Span } from '../../yaml/node.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { resolve } from '../../yaml/navigate.ts';
import { excerptOf, linesBetween, placedSpan } from '../commands/excerpt.ts';
import { flattenSettings, type FlatSettings } from '../flatten.ts';
import { plainText, type Expression } from './hcl/node.ts';

const substituted: SettingValue = { kind: 'unknown', reason: 'substitution' };

/** The settings of `yamlencode({ … })`: an object of HCL. */
export function settingsOfObject(object: Extract<Expression, { kind: 'object' }>): FlatSettings {
  const settings: Setting[] = [];
  const visit = ({ entries }: typeof object, path: KeyPath): void => {
    for (const { key, keySpan, value } of entries) {
      const own = [...path, key];
      settings.push({ path: own, value: settingValue(value), keySpan, valueSpan: value.span });
      if (value.kind === 'object') visit(value, own);
    }
  };
  visit(object, []);
  return { settings, open: object.open };
}

function settingValue(value: Expression): SettingValue {
  switch (value.kind) {
    case 'object':
      return { kind: 'map', open: value.open };
    case 'list':
      return { kind: 'list', items: value.items.map(settingValue) };
    case 'literal':
      return { kind: 'known', value: value.value };
    case 'string': {
      const text = plainText(value);
      return text === undefined ? substituted : { kind: 'known', value: text };
    }
    case 'heredoc':
    case 'call':
    case 'other':
      return substituted;
  }
}

/** The settings of YAML in a here-document; nothing where it is not one map. `${…}` in it is unknown. */
export function settingsOfHeredoc(
  text: string,
  { body, stripsIndent }: Extract<Expression, { kind: 'heredoc' }>,
): (FlatSettings & { readonly span: Span }) | undefined {
  const lines = linesBetween(text, body.start, body.end);
  const indents = lines.flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    return line.trim() === '' ? [] : (/^[ \t]*/.exec(line)?.[0].length ?? 0);
  });
  const shared = stripsIndent && indents.length > 0 ? Math.min(...indents) : 0;
  const excerpt = excerptOf(
    text,
    lines.map(({ start, end }) => ({
      start: Math.min(end, start + Math.min(shared, blanksAt(text, start))),
      end,
    })),
  );
  const [document, ...others] = parseYaml(excerpt.text).documents;
  const root = resolve(document?.root);
  if (root?.kind !== 'map' || others.length > 0) return undefined;
  const { settings, open } = flattenSettings(root);
  return {
    settings: settings.map((setting) => ({
      ...setting,
      keySpan: placedSpan(excerpt, setting.keySpan),
      valueSpan: placedSpan(excerpt, setting.valueSpan),
    })),
    open: open || excerpt.text.includes('%{') || (document?.problems.length ?? 0) > 0,
    span: placedSpan(excerpt, root.span),
  };
}

function blanksAt(text: string, start: number): number {
  let at = start;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  return at - start;
}
