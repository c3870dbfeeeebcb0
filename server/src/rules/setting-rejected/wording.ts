import { t } from '@vscode/l10n';
import { childrenOf } from '../../knowledge/key-tree.ts';
import { hasMembers } from '../../knowledge/keys.ts';
import type { Replacement } from '../../knowledge/renames.ts';
import { isSamePath } from '../../knowledge/same-path.ts';
import { ciliumOf, unlessLeftOver } from '../wording/release-words.ts';
import { spelt } from '../fixes/replace-setting.ts';
import { isOvertaken } from '../detection/standing.ts';
import { capitalized, code } from '../wording/words.ts';
import type { RefusedSetting } from './detect.ts';

/** Fact, consequence, action, for one setting of one release. */
export function refusedMessage(refused: RefusedSetting, replacement: Replacement | undefined): string {
  const { release, cluster, reason, isEveryVersion } = refused;
  const cilium = ciliumOf(release, release.versions, isEveryVersion);
  const subject = unlessLeftOver(cilium, isOvertaken(release, cluster));
  return [fact(refused, capitalized(subject)), consequences[reason.by](), action(refused, replacement)].join(
    ' ',
  );
}

function fact(refused: RefusedSetting, who: string): string {
  const what = code(written(refused));
  if (refused.reason.isCombination) return t`${who} refuses ${what} with what else is set.`;
  if (!isForMap(refused)) return t`${who} refuses ${what}.`;
  return refused.origin.setting.value.kind === 'list'
    ? t`${who} refuses the list at ${what}, where a map belongs.`
    : t`${who} refuses ${what}: a map belongs there, not a single value.`;
}

const consequences: Readonly<Record<RefusedSetting['reason']['by'], () => string>> = {
  chart: () => t('Helm stops with an error, and nothing is installed or changed.'),
  agent: () => t('Helm takes it, but the agents stop as soon as they start.'),
};

function written({ key: { path }, origin: { setting } }: RefusedSetting): string {
  return setting.value.kind === 'known' ? spelt(path, setting.value.value) : path.join('.');
}

function action(refused: RefusedSetting, replacement: Replacement | undefined): string {
  const { reason, key } = refused;
  if (replacement === undefined) {
    return isForMap(refused) ? keysBelow(refused) : t`It takes ${t(reason.instead)}.`;
  }
  const { path, value } = replacement;
  return isSamePath(path, key.path) || reason.isCombination
    ? t`Write ${code(spelt(path, value))}.`
    : t`Write ${code(spelt(path, value))} instead, which means the same.`;
}

/** Whether the newest version has a map there, with keys of its own. */
function isForMap({ key: { path, dialect }, release }: RefusedSetting): boolean {
  const newest = release.versions.versions.at(-1);
  return dialect === 'helm' && newest !== undefined && hasMembers(path, newest);
}

/** Names one key of the map: the one that somebody has begun to write, or else its switch. */
function keysBelow({ key: { path }, origin: { setting }, release }: RefusedSetting): string {
  const newest = release.versions.versions.at(-1);
  const names = newest === undefined ? [] : childrenOf(path, newest);
  const written = setting.value.kind === 'known' ? String(setting.value.value) : '';
  const begun = written === '' ? undefined : names.find((name) => name.startsWith(written));
  const example = begun ?? names.find((name) => name === 'enabled');
  return example === undefined
    ? t`Write its keys below ${code(path.join('.'))}.`
    : t`Write its keys below ${code(path.join('.'))}, such as ${code([...path, example].join('.'))}.`;
}
