import { t } from '@vscode/l10n';
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
  const what = code(written(refused));
  const who = capitalized(subject);
  return [
    reason.isCombination ? t`${who} refuses ${what} with what else is set.` : t`${who} refuses ${what}.`,
    consequences[reason.by](),
    action(refused, replacement),
  ].join(' ');
}

const consequences: Readonly<Record<RefusedSetting['reason']['by'], () => string>> = {
  chart: () => t('Helm stops with an error, and nothing is installed or changed.'),
  agent: () => t('Helm takes it, but the agents stop as soon as they start.'),
};

function written({ key: { path }, origin: { setting } }: RefusedSetting): string {
  return setting.value.kind === 'known' ? spelt(path, setting.value.value) : path.join('.');
}

function action({ reason, key }: RefusedSetting, replacement: Replacement | undefined): string {
  if (replacement === undefined) return t`It takes ${t(reason.instead)}.`;
  const { path, value } = replacement;
  return isSamePath(path, key.path) || reason.isCombination
    ? t`Write ${code(spelt(path, value))}.`
    : t`Write ${code(spelt(path, value))} instead, which means the same.`;
}
