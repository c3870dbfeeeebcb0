import { t } from '@vscode/l10n';
import { ciliumOf, unlessLeftOver } from '../wording/release-words.ts';
import { spelt } from '../fixes/replace-setting.ts';
import { isOvertaken } from '../detection/standing.ts';
import { capitalized, code } from '../wording/words.ts';
import type { DeadSetting } from './detect.ts';

/** Fact, consequence, action, for one setting in one release. */
export function deadMessage(dead: DeadSetting): string {
  const { release, cluster, setting } = dead;
  const cilium = ciliumOf(release, release.versions, true);
  const subject = unlessLeftOver(cilium, isOvertaken(release, cluster));
  return capitalized(verdict(dead, subject, code(setting.path.join('.'))));
}

function verdict({ effect, leavesMeshOpen, setting }: DeadSetting, subject: string, key: string): string {
  if (effect.kind === 'overruled') {
    return t`${subject} does not obey ${key}: ${t(effect.because.text)}. ${removal(translated(effect.because.remedy))}`;
  }
  const loss = leavesMeshOpen
    ? t(
        'Without a word it is lost, and the socket load balancer works inside pods, in front of a service mesh.',
      )
    : t('It is lost without a word.');
  return t`${subject} ignores ${key}: ${reason(effect)}. ${loss} ${action(effect, setting)}`;
}

type Ignored = Extract<DeadSetting['effect'], { readonly kind: 'ignored' }>;

function reason({ since, because, replacement }: Ignored): string {
  if (because !== undefined) return t(because.text);
  const known =
    'lastMinor' in since
      ? t`the chart knew this key up to ${since.lastMinor}`
      : t`the chart knows this key from ${since.firstVersion} on`;
  if (replacement === undefined) return known;
  return t`${known}, and here has ${code(replacement.path.join('.'))} in its place`;
}

function action({ since, replacement, because }: Ignored, { path, value }: DeadSetting['setting']): string {
  if (replacement !== undefined) {
    const isSameValue = value.kind === 'known' && value.value === replacement.value;
    return isSameValue
      ? t`Rename it to ${code(replacement.path.join('.'))}.`
      : t`Write ${code(spelt(replacement.path, replacement.value))} instead of ${code(path.join('.'))}.`;
  }
  return removal(translated(because?.remedy) ?? ('lastMinor' in since ? undefined : t('upgrade Cilium')));
}

function translated(text: string | undefined): string | undefined {
  return text === undefined ? undefined : t(text);
}

function removal(remedy: string | undefined): string {
  return remedy === undefined ? t('Remove the key.') : t`Remove the key, or ${remedy}.`;
}
