import { t } from '@vscode/l10n';
import type { KeyPath, SettingsDialect, SettingValue } from '../../facts/settings.ts';
import { deprecationOf } from '../../knowledge/deprecated.ts';
import { availabilityOf, explanationOf } from '../../knowledge/explanations.ts';
import { existsEver, keyIn } from '../../knowledge/keys.ts';
import { flagsOf, keysRenderedAs, renderedBy } from '../../knowledge/rendered.ts';
import type { CiliumVersion } from '../../knowledge/versions.ts';
import type { ChartComments } from './chart-comments.ts';
import { helmReference, linksLine } from './links.ts';

/** A key as somebody asks about it. */
export interface KeyInQuestion {
  readonly path: KeyPath;
  readonly dialect: SettingsDialect;
  /** The version to speak of: that of the install, or the newest that it may be. */
  readonly version: CiliumVersion;
  /** What the file says there, if it says something. */
  readonly value?: SettingValue | undefined;
}

/**
 * What a key does, in paragraphs of Markdown: what it is, what it means (in our words or those of the chart), what it
 * becomes, which versions know it. Absent for a key that no version knows.
 *
 * @param situation paragraphs on how it stands here, behind the explanation
 */
export function describeKey(
  key: KeyInQuestion,
  comments: ChartComments,
  situation: readonly string[] = [],
): string | undefined {
  const flag = flagIn(key);
  const explanation = explanationOf(key.path, key.dialect);
  const origins = flag === undefined ? [] : keysRenderedAs(flag, key.version);
  const isKnown = origins.length > 0 || (key.dialect === 'helm' && existsEver(key.path));
  if (explanation === undefined && !isKnown) return undefined;
  const words =
    translated(explanation?.summary) ?? chartWords(flag === undefined ? [key.path] : origins, key, comments);
  const reference = helmReference(key.version);
  const { meshes, notes = [], rules = [], page = reference } = explanation ?? {};
  const parts = [
    title(key),
    words,
    meshes === undefined ? undefined : t`**Meshes:** ${t(meshes)}`,
    ...situation,
    deprecation(key),
    flag === undefined ? becomes(key) : comesFrom(origins),
    notes.length === 0 ? undefined : notes.map((note) => `- ${t(note)}`).join('\n'),
    explanation?.availability ?? availabilityOf(key.path, key.dialect),
    linksLine(rules, page, key.dialect === 'helm' ? reference : undefined),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

function translated(text: string | undefined): string | undefined {
  return text === undefined ? undefined : t(text);
}

/** The agent's flag that a path means: of a `cilium-config`, or below `extraConfig`. */
function flagIn({ path, dialect }: KeyInQuestion): string | undefined {
  if (dialect === 'agent') return path[0];
  return path.length === 2 && path[0] === 'extraConfig' ? path[1] : undefined;
}

function title(key: KeyInQuestion): string {
  const name = `**\`${key.path.join('.')}\`**`;
  const type = flagIn(key) === undefined ? typeOf(key) : undefined;
  return type === undefined ? name : `${name} · ${type}`;
}

/** The type for people; absent where the chart does not say. */
export function typeOf({ path, version }: Pick<KeyInQuestion, 'path' | 'version'>): string | undefined {
  const key = keyIn(path, version);
  if (key === undefined || key.type === 'any') return undefined;
  const names = key.type.split('|').filter((name) => name !== 'null');
  return names.map((name) => typeNames.get(name)?.() ?? name).join(t(' or '));
}

const typeNames: ReadonlyMap<string, () => string> = new Map([
  ['object', () => t('map')],
  ['array', () => t('list')],
  ['string', () => t('text')],
]);

/** The words of the chart, as a quotation. */
function chartWords(
  paths: readonly KeyPath[],
  { version }: KeyInQuestion,
  comments: ChartComments,
): string | undefined {
  const texts = paths.flatMap((path) => comments.of(path, version) ?? []);
  return texts.length === 0 ? undefined : texts.map((text) => text.replaceAll(/^/gm, '> ')).join('\n>\n');
}

function deprecation({ path, dialect, version }: KeyInQuestion): string | undefined {
  const found = dialect === 'helm' ? deprecationOf(path, version) : undefined;
  if (found === undefined) return undefined;
  return found.instead === undefined
    ? t`**Deprecated** since Cilium ${found.since}.`
    : t`**Deprecated** since Cilium ${found.since}. Use \`${found.instead.join('.')}\`.`;
}

/** More flags than one reads in a hover. */
const mostFlags = 6;

/** What the chart makes of the key in `cilium-config`. */
function becomes({ path, version, value }: KeyInQuestion): string | undefined {
  const said = value?.kind === 'known' ? value.value : undefined;
  const tried = said === undefined ? undefined : renderedBy(path, said, version);
  if (tried !== undefined && tried.length <= mostFlags) {
    const set = tried.flatMap(({ flag, value: now }) => (now === undefined ? [] : [`\`${flag}: "${now}"\``]));
    const gone = tried.flatMap(({ flag, value: now }) => (now === undefined ? [`\`${flag}\``] : []));
    const parts = [
      ...(set.length === 0 ? [] : [t`says ${set.join(', ')}`]),
      ...(gone.length === 0 ? [] : [t`has no ${gone.join(', ')} any more`]),
    ];
    return t`**Rendered:** with \`${String(said)}\` the chart's \`cilium-config\` ${parts.join(t(' and '))}.`;
  }
  const flags = flagsOf(path, version).map((flag) => `\`${flag}\``);
  return flags.length === 0 || flags.length > mostFlags
    ? undefined
    : t`**Rendered:** ${flags.join(', ')} in \`cilium-config\`.`;
}

function comesFrom(origins: readonly KeyPath[]): string | undefined {
  if (origins.length === 0) return undefined;
  const keys = origins.slice(0, mostFlags).map((path) => `\`${path.join('.')}\``);
  return t`**In the chart's values:** ${keys.join(', ')}.`;
}
