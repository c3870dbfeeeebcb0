import { pathOf } from '../source/file.ts';
import { noConfiguration, type Configuration } from '../workspace/configuration.ts';
import { allAtOnce, type Steps } from '../workspace/steps.ts';
import { rules } from './catalogue.ts';
import { severityRank, type Finding } from './finding.ts';
import type { Checked } from './rule.ts';
import { part } from './suppression.ts';
import { findingsOnUnused } from './unused-suppression/rule.ts';

/**
 * All findings of all rules, by file and place, as loud as the configuration wants them, but for those that comments
 * suppress. A base file that several releases share is reported once, at its worst.
 */
export function check(checked: Checked, configuration: Configuration = noConfiguration): readonly Finding[] {
  return allAtOnce(checkInSteps(checked, configuration));
}

/** As `check`. */
export function* checkInSteps(checked: Checked, configuration: Configuration): Steps<readonly Finding[]> {
  const all: Finding[] = [];
  for (const rule of rules) {
    for (const findings of rule.check(checked)) {
      all.push(...findings);
      yield;
    }
  }
  return heardOf(all, checked, configuration);
}

function heardOf(
  all: readonly Finding[],
  { facts }: Checked,
  configuration: Configuration,
): readonly Finding[] {
  const worst = new Map<string, Finding>();
  for (const finding of all) {
    const key = `${finding.rule} ${finding.at.uri} ${finding.at.span.start}`;
    const known = worst.get(key);
    if (known === undefined || severityRank[finding.severity] > severityRank[known.severity])
      worst.set(key, finding);
  }
  const { heard, unused } = part([...worst.values()], facts);
  return [...heard, ...findingsOnUnused(unused)]
    .flatMap((finding) => asConfigured(finding, configuration))
    .sort(byPlace);
}

function asConfigured(finding: Finding, configuration: Configuration): readonly Finding[] {
  const path = pathOf(finding.at.uri);
  if (configuration.isSuppressed(finding.rule, path)) return [];
  const severity = configuration.severityOf(finding.rule, path) ?? finding.severity;
  return severity === 'off' ? [] : [{ ...finding, severity }];
}

function byPlace(left: Finding, right: Finding): number {
  if (left.at.uri !== right.at.uri) return left.at.uri < right.at.uri ? -1 : 1;
  return left.at.span.start - right.at.span.start;
}
