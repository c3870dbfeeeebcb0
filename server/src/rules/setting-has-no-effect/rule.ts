import { effectiveValue } from '../../workspace/effective.ts';
import { inWorkspace } from '../checks.ts';
import type { Finding, Fix, Severity } from '../finding.ts';
import { fixByRemoving, fixByReplacing } from '../fixes/replace-setting.ts';
import type { Rule } from '../rule.ts';
import { asFirmAs } from '../detection/setting-severity.ts';
import { deadSettings, type DeadSetting } from './detect.ts';
import { deadMessage } from './wording.ts';

/** This version of Cilium takes the setting without a word and does not obey it. */
export const settingHasNoEffect: Rule = {
  name: 'setting-has-no-effect',
  title: 'This version of Cilium ignores the setting without a word',
  mendedBy: 'the key that this version has for it, or removing the key',
  severities: ['error', 'warning', 'information'],
  sources: ['https://docs.cilium.io/en/stable/operations/upgrade/', 'https://github.com/cilium/charts'],
  check: inWorkspace((checked) => deadSettings(checked).map(findingOf)),
};

function findingOf(dead: DeadSetting): Finding {
  const { placed, setting, release, cluster } = dead;
  return {
    rule: 'setting-has-no-effect',
    severity: asFirmAs(release, cluster, worstOf(dead)),
    message: deadMessage(dead),
    at: { uri: placed.uri, span: setting.keySpan },
    related: [],
    fixes: fixesFor(dead),
  };
}

/** Where nothing took the place of a removed key and nobody wrote down why, there is little to miss. */
function worstOf({ effect, leavesMeshOpen }: DeadSetting): Severity {
  if (effect.kind === 'overruled') return effect.isHarmless ? 'information' : 'warning';
  const { since, replacement, because } = effect;
  const isForgotten = 'lastMinor' in since && replacement === undefined && because === undefined;
  if (isForgotten) return 'information';
  return leavesMeshOpen ? 'error' : 'warning';
}

/** What takes the key's place may be set already: then the dead one can go. */
function fixesFor({ placed, setting, release, effect }: DeadSetting): readonly Fix[] {
  const replacement = effect.kind === 'ignored' ? effect.replacement : undefined;
  if (replacement === undefined) return fixByRemoving(placed, setting, false);
  const isSet = effectiveValue(release.layers, replacement.path).kind !== 'absent';
  return isSet ? fixByRemoving(placed, setting, true) : fixByReplacing(placed, setting, replacement);
}
