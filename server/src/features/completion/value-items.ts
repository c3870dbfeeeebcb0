import { t } from '@vscode/l10n';
import type { Span } from '../../facts/location.ts';
import type { KeyPath, SettingsDialect } from '../../facts/settings.ts';
import { keyIn } from '../../knowledge/keys.ts';
import { valuesOf } from '../../knowledge/key-values.ts';
import { keysRenderedAs } from '../../knowledge/rendered.ts';
import type { CiliumVersion } from '../../knowledge/versions.ts';
import { ranks, type Completion } from './completion.ts';

/**
 * `plain`: where nothing is quoted, such as behind the `=` of a `--set`. `text`: YAML that has to be a text. `hcl`:
 * Terraform's language.
 */
export type ValueSyntax = 'yaml' | 'text' | 'plain' | 'hcl';

/** A key whose value is to be written. */
export interface ValuePlace {
  readonly path: KeyPath;
  readonly dialect: SettingsDialect;
  readonly versions: readonly CiliumVersion[];
  readonly replace: Span;
  readonly syntax: ValueSyntax;
  /** What stands before the value. */
  readonly lead: string;
}

/** The values that a key takes, the default told apart. */
export function valueItems({
  path,
  dialect,
  versions,
  replace,
  syntax,
  lead,
}: ValuePlace): readonly Completion[] {
  const seen = new Set<string>();
  return versions.toReversed().flatMap((version) => {
    const standard = keyIn(path, version)?.default;
    return valueTexts(path, dialect, version, syntax).flatMap((text): readonly Completion[] => {
      if (seen.has(text)) return [];
      seen.add(text);
      const isDefault = standard === text || standard === JSON.stringify(text);
      return [
        {
          label: text,
          kind: 'value',
          detail: isDefault ? t('default') : '',
          insert: [`${lead}${text}`],
          replace,
          rank: ranks.value + seen.size / 100,
          topic: { kind: 'key', path, dialect, version },
        },
      ];
    });
  });
}

/** The values of a key as one writes them, the likeliest first; its default where they cannot be counted. */
export function valueTexts(
  path: KeyPath,
  dialect: SettingsDialect,
  version: CiliumVersion,
  syntax: ValueSyntax = 'yaml',
): readonly string[] {
  const flag = dialect === 'agent' ? path[0] : path[0] === 'extraConfig' ? path[1] : undefined;
  const keys = flag === undefined ? [path] : keysRenderedAs(flag, version);
  const values = unique(keys.flatMap((key) => valuesOf(key, version)));
  const [only] = keys.length === 1 ? keys : [];
  const texts = values.length > 0 || only === undefined ? values : defaultsOf(only, version);
  const isText = flag !== undefined || syntax === 'text';
  return texts.map((value) => {
    if (syntax === 'plain') return String(value);
    return syntax === 'hcl' ? JSON.stringify(value) : spelled(value, isText);
  });
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

function defaultsOf(path: KeyPath, version: CiliumVersion): readonly (string | number)[] {
  const text = keyIn(path, version)?.default;
  if (text === undefined) return [];
  const quoted = /^"(?<text>[^"\\]+)"$/.exec(text)?.groups?.['text'];
  if (quoted !== undefined) return [quoted];
  return /^-?\d+(?:\.\d+)?$/.test(text) ? [Number(text)] : [];
}

/** Quoted where YAML would read something else than a text; flags of a ConfigMap are texts. */
function spelled(value: string | number | boolean | null, isText: boolean): string {
  const text = String(value);
  const wantsText = isText || typeof value === 'string';
  const isPlain = /^[A-Za-z/][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return wantsText && !isPlain ? JSON.stringify(text) : text;
}
