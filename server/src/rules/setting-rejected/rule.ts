import { existsIn } from '../../knowledge/keys.ts';
import { replacementFor, replacementForFlag, type Replacement } from '../../knowledge/renames.ts';
import { effectiveValue } from '../../workspace/effective.ts';
import type { Finding, Fix } from '../finding.ts';
import { fixByRemoving, fixByReplacing } from '../fixes/replace-setting.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { asFirmAs, milder } from '../detection/setting-severity.ts';
import { refusedSettings, type RefusedSetting } from './detect.ts';
import { refusedMessage } from './wording.ts';

/** Helm, or the agent at its start, stops at this value. */
export const settingRejected: Rule = {
  name: 'setting-rejected',
  title: 'This version of Cilium refuses the value',
  mendedBy: 'the key or the value that means the same in this version',
  severities: ['error', 'warning', 'information'],
  sources: ['https://docs.cilium.io/en/stable/operations/upgrade/', 'https://github.com/cilium/charts'],
  check: inEachCluster((cluster) =>
    cluster.releases.flatMap((release) => refusedSettings(release, cluster).map(findingOf)),
  ),
};

function findingOf(refused: RefusedSetting): Finding {
  const { origin, release, cluster, isEveryVersion } = refused;
  const replacement = replacementIn(refused);
  const severity = asFirmAs(release, cluster, 'error');
  return {
    rule: 'setting-rejected',
    severity: isEveryVersion ? severity : milder[severity],
    message: refusedMessage(refused, replacement),
    at: { uri: origin.placed.uri, span: origin.setting.keySpan },
    related: [],
    fixes: fixesFor(refused, replacement),
  };
}

/** The key and value that mean the same in every version that the release may be; absent where they differ. */
function replacementIn({ key, origin, release, reason }: RefusedSetting): Replacement | undefined {
  const { value } = origin.setting;
  if (value.kind !== 'known') return undefined;
  const found = release.versions.versions.map((version): Replacement | undefined => {
    if (key.dialect === 'helm') return replacementFor(key.path, value.value, version);
    const text = replacementForFlag(key.path[0] ?? '', value.value, version);
    return text === undefined ? undefined : { path: key.path, value: text };
  });
  const newest = found.at(-1);
  const isOne = found.every((one) => JSON.stringify(one) === JSON.stringify(newest));
  if (isOne && newest !== undefined) return newest;
  return reason.value === undefined ? undefined : { path: key.path, value: reason.value };
}

/** A key that is refused and unknown is good for nothing any more, nor is one whose successor is set already. */
function fixesFor(
  { key, origin, release }: RefusedSetting,
  replacement: Replacement | undefined,
): readonly Fix[] {
  const { placed, setting } = origin;
  const isGone =
    key.dialect === 'helm' && release.versions.versions.every((version) => !existsIn(key.path, version));
  if (replacement === undefined) return isGone ? fixByRemoving(placed, setting, true) : [];
  const isSet = isGone && effectiveValue(release.layers, replacement.path).kind !== 'absent';
  return isSet ? fixByRemoving(placed, setting, true) : fixByReplacing(placed, setting, replacement);
}
