import coerce from 'semver/functions/coerce.js';
import data from '../../../schemas/cilium/host-routing.json' with { type: 'json' };
import { allHold } from './condition.ts';
import type { Read, SettingsDialect } from './reading.ts';
import { refusalOf } from './refusals.ts';
import type { SettingKey } from './setting-keys.ts';
import type { Concept } from './setting-rows.ts';
import { effectiveSetting, inverse, switchOf } from './settings.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** Why Cilium routes packets of pods past the iptables of the node: it masquerades itself, or nobody does. */
export type HostRoutingCause = 'bpf-masquerade' | 'no-masquerading';

/**
 * How packets of pods leave the node: past its iptables (`bpf`), through them (`legacy`). `rejected`: this version does not
 * start with these values. `unknown`: the files do not say.
 */
export type HostRouting =
  | { readonly routing: 'bpf'; readonly cause: HostRoutingCause; readonly decidedBy?: SettingKey }
  | { readonly routing: 'legacy' | 'rejected' | 'unknown' };

/** One installation, as far as routing asks. */
export interface RoutedInstall {
  readonly read: Read;
  readonly installedBy: SettingsDialect;
  /** The oldest kernel that it runs on, such as `5.4`, where one knows. */
  readonly kernel: string | undefined;
}

/** How one version routes (https://docs.cilium.io/en/stable/operations/performance/tuning/#ebpf-host-routing). */
export function hostRouting(version: CiliumVersion, install: RoutedInstall): HostRouting {
  if (refusalOf(version, install.read) !== undefined) return { routing: 'rejected' };
  const ask = asking(version, install);
  const bpf = ask.isOn('bpfMasquerade');
  const others = masquerading(ask);
  const states: readonly State[] = [
    ask.isOneOf('kubeProxyReplacement', data.replacements.values),
    ask.isOneOf('cniChainingMode', data.chainingModes.values),
    inverse(ask.isOn('hostLegacyRouting')),
    inverse(forcedBack(version, install)),
    pastIptables(bpf, others),
  ];
  if (states.includes('off')) return { routing: 'legacy' };
  if (states.includes('unknown')) return { routing: 'unknown' };
  const cause = others === 'off' ? 'no-masquerading' : 'bpf-masquerade';
  const decidedBy = ask.keyOf(others === 'off' ? 'ipv4Masquerade' : 'bpfMasquerade');
  return { routing: 'bpf', cause, ...(decidedBy === undefined ? {} : { decidedBy }) };
}

type State = 'on' | 'off' | 'unknown';

interface Asking {
  readonly isOn: (concept: Concept) => State;
  readonly isOneOf: (concept: Concept, values: readonly string[]) => State;
  readonly keyOf: (concept: Concept) => SettingKey | undefined;
}

function asking(version: CiliumVersion, { read, installedBy }: RoutedInstall): Asking {
  const setting = (concept: Concept) => effectiveSetting(concept, version, read, installedBy);
  return {
    isOn: (concept) => switchOf(concept, version, read, installedBy),
    isOneOf: (concept, values) => {
      const found = setting(concept);
      if (found.kind !== 'known') return 'unknown';
      return values.includes(String(found.value)) ? 'on' : 'off';
    },
    keyOf: (concept) => {
      const found = setting(concept);
      return found.kind === 'known' ? found.key : undefined;
    },
  };
}

/** Whether no masquerading needs the node's iptables: it is Cilium's own, or there is none. */
function pastIptables(bpf: State, masquerading: State): State {
  if (masquerading === 'off' || bpf === 'on') return 'on';
  return masquerading === 'on' && bpf === 'off' ? 'off' : 'unknown';
}

/** Whether the node masquerades for pods at all, in either family. */
function masquerading({ isOn }: Asking): State {
  const ipv6 = isOn('ipv6Enabled');
  const states = [isOn('ipv4Masquerade'), ipv6 === 'off' ? 'off' : isOn('ipv6Masquerade')];
  if (states.includes('on')) return 'on';
  return states.includes('unknown') ? 'unknown' : 'off';
}

/** Whether something else makes the agent fall back: the kernel, encryption. */
function forcedBack(version: CiliumVersion, { read, kernel }: RoutedInstall): State {
  const ofNode = kernel === undefined ? undefined : coerce(kernel)?.version;
  if (ofNode !== undefined && !inRange(ofNode, data.kernel.range)) return 'on';
  const answers = data.legacyWith
    .filter((row) => inRange(version, row.versions))
    .map((row) => allHold(row.all, read));
  if (answers.includes('yes')) return 'on';
  return answers.includes('unknown') ? 'unknown' : 'off';
}
