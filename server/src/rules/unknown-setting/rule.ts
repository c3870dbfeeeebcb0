import { t } from '@vscode/l10n';
import { effectiveValue } from '../../workspace/effective.ts';
import { inWorkspace } from '../checks.ts';
import type { Finding, Fix } from '../finding.ts';
import { fixByRemoving, fixByReplacing } from '../fixes/replace-setting.ts';
import type { Rule } from '../rule.ts';
import { isOwned, referenceTo } from '../fixes/set-in-release.ts';
import { isOvertaken } from '../detection/standing.ts';
import { capitalized, code } from '../wording/words.ts';
import { unknownSettings, type UnknownSetting } from './detect.ts';

/** No version of the chart knows the key, and Helm takes every key without a word. */
export const unknownSetting: Rule = {
  name: 'unknown-setting',
  title: 'No version of Cilium knows the key, but it is near one that exists',
  mendedBy: 'the key that was meant',
  severities: ['warning', 'information'],
  sources: ['https://github.com/cilium/charts', 'https://docs.cilium.io/en/stable/helm-reference/'],
  check: inWorkspace((checked) => unknownSettings(checked).map(findingOf)),
};

function findingOf(unknown: UnknownSetting): Finding {
  const { placed, setting, release, cluster } = unknown;
  return {
    rule: 'unknown-setting',
    severity: isOvertaken(release, cluster) ? 'information' : 'warning',
    message: messageOf(unknown),
    at: { uri: placed.uri, span: setting.keySpan },
    related: [],
    fixes: fixesFor(unknown),
  };
}

function messageOf({ setting: { path }, near }: UnknownSetting): string {
  const key = code(path.join('.'));
  const meant = code(near.path.join('.'));
  return near.by === 'flag'
    ? capitalized(
        t`${key} is a flag of the agent and no key of the chart's values, so it does nothing here. Write ${meant}, or move it below ${code('extraConfig')}.`,
      )
    : t`No version of Cilium's chart knows ${key}, so it does nothing, and Helm does not say so. Did you mean ${meant}?`;
}

/** What was meant may be there already: then nobody but its author knows what is to become of the other. */
function fixesFor({ placed, setting, release, near }: UnknownSetting): readonly Fix[] {
  const { value, path } = setting;
  if (effectiveValue(release.layers, near.path).kind !== 'absent')
    return fixByRemoving(placed, setting, false);
  if (near.by !== 'flag') return fixByRenaming({ placed, setting, to: near.path, preferred: true });
  const meant =
    value.kind === 'known'
      ? fixByReplacing(placed, setting, { path: near.path, value: switchOf(value.value) })
      : [];
  return [...meant, ...fixByRenaming({ placed, setting, to: ['extraConfig', ...path], preferred: false })];
}

/** Flags are text, switches among the chart's values are not. */
function switchOf(value: string | number | boolean | null): string | number | boolean | null {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

interface Renaming extends Pick<UnknownSetting, 'placed' | 'setting'> {
  readonly to: readonly string[];
  readonly preferred: boolean;
}

function fixByRenaming({ placed, setting, to, preferred }: Renaming): readonly Fix[] {
  if (!isOwned(placed)) return [];
  return [
    {
      title: t`Rename to ${to.join('.')}`,
      preferred,
      steps: [{ op: 'rename', layer: referenceTo(placed), from: setting.path, to }],
    },
  ];
}
