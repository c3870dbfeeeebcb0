import type { Answer } from '../../knowledge/condition.ts';
import { effectiveSetting, switchOf } from '../../knowledge/settings.ts';
import { installedBy, readingOf } from '../release-reading.ts';
import type { Release } from '../releases/release.ts';
import { remembered } from '../remembered.ts';

/** How the Cilium of a cluster takes policies. */
export interface Enforcement {
  /** `policyEnforcementMode`: by default pods are free until a policy is for them. */
  readonly mode: 'default' | 'always' | 'never' | 'unknown';
  /** Whether `enableDefaultDeny` of a policy counts. */
  readonly obeysSwitch: Answer;
}

/** Of a cluster whose Cilium is not to be seen. */
export const defaultEnforcement: Enforcement = { mode: 'default', obeysSwitch: 'yes' };

/**
 * How the releases of a cluster take policies; what they are not at one about is unknown. Releases that take them alike get
 * the same object.
 */
export const enforcementBy = remembered((releases: readonly Release[]): Enforcement => {
  const each = releases.flatMap(enforcementsOf);
  const [first = defaultEnforcement] = each;
  const mode = each.every((one) => one.mode === first.mode) ? first.mode : 'unknown';
  const isAtOne = each.every(({ obeysSwitch }) => obeysSwitch === first.obeysSwitch);
  return enforcement(mode, isAtOne ? first.obeysSwitch : 'unknown');
});

const enforcements = new Map<string, Enforcement>();

function enforcement(mode: Enforcement['mode'], obeysSwitch: Answer): Enforcement {
  const id = `${mode} ${obeysSwitch}`;
  const known = enforcements.get(id) ?? { mode, obeysSwitch };
  enforcements.set(id, known);
  return known;
}

/** One for each version that a release may be. */
function enforcementsOf(release: Release): readonly Enforcement[] {
  const read = readingOf(release);
  const dialect = installedBy(release);
  return release.versions.versions.map((version) => {
    const setting = effectiveSetting('policyEnforcement', version, read, dialect);
    return {
      mode:
        setting.kind === 'known' ? modeOf(setting.value) : setting.kind === 'unset' ? 'default' : 'unknown',
      obeysSwitch: obeys[switchOf('nonDefaultDenyPolicies', version, read, dialect)],
    };
  });
}

/** Versions that do not know the switch have no default for it. */
const obeys = { on: 'yes', off: 'no', unknown: 'unknown' } as const;

function modeOf(value: string | number | boolean | null): Enforcement['mode'] {
  const text = String(value).toLowerCase();
  return text === 'always' || text === 'never' ? text : 'default';
}
