import { ciliumOf } from '../release-words.ts';
import { spelt } from '../replace-setting.ts';
import { isOvertaken } from '../standing.ts';
import { capitalized, code } from '../words.ts';
import type { DeadSetting } from './detect.ts';

/** Fact, consequence, action, for one setting in one release. */
export function deadMessage(dead: DeadSetting): string {
  const { release, cluster, setting } = dead;
  const cilium = ciliumOf(release, release.versions, true);
  const subject = isOvertaken(release, cluster) ? `if these values are installed at all, ${cilium}` : cilium;
  return capitalized(`${subject} ${verdict(dead, code(setting.path.join('.')))}`);
}

function verdict({ effect, leavesMeshOpen, setting }: DeadSetting, key: string): string {
  if (effect.kind === 'overruled') {
    return `does not obey ${key}: ${effect.because.text}. ${removal(effect.because.remedy)}`;
  }
  const loss = leavesMeshOpen
    ? 'Without a word it is lost, and the socket load balancer works inside pods, in front of a service mesh.'
    : 'It is lost without a word.';
  return `ignores ${key}: ${reason(effect)}. ${loss} ${action(effect, setting)}`;
}

type Ignored = Extract<DeadSetting['effect'], { readonly kind: 'ignored' }>;

function reason({ since, because, replacement }: Ignored): string {
  if (because !== undefined) return because.text;
  const known =
    'lastMinor' in since
      ? `the chart knew this key up to ${since.lastMinor}`
      : `the chart knows this key from ${since.firstVersion} on`;
  if (replacement === undefined) return known;
  return `${known}, and here has ${code(replacement.path.join('.'))} in its place`;
}

function action({ since, replacement, because }: Ignored, { path, value }: DeadSetting['setting']): string {
  if (replacement !== undefined) {
    const isSameValue = value.kind === 'known' && value.value === replacement.value;
    return isSameValue
      ? `Rename it to ${code(replacement.path.join('.'))}.`
      : `Write ${code(spelt(replacement.path, replacement.value))} instead of ${code(path.join('.'))}.`;
  }
  return removal(because?.remedy ?? ('lastMinor' in since ? undefined : 'upgrade Cilium'));
}

function removal(remedy: string | undefined): string {
  return remedy === undefined ? 'Remove the key.' : `Remove the key, or ${remedy}.`;
}
