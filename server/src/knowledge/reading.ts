/** The keys from the root of a chart's values, or of a `cilium-config`, to one setting. */
export type KeyPath = readonly string[];

/** What the keys of a path mean: values of the Helm chart, or flags of the Cilium agent (`cilium-config`). */
export type SettingsDialect = 'helm' | 'agent';

/** A scalar as Helm reads it. */
export type SettingScalar = string | number | boolean | null;

/**
 * What an installation says at a key: a value, a value nobody can know from the files, or nothing. `onSomeNodes`: some nodes
 * hear these values, and for the others nothing is said there.
 */
export type Reading =
  | { readonly kind: 'known'; readonly value: SettingScalar }
  | { readonly kind: 'unknown'; readonly onSomeNodes?: readonly SettingScalar[] }
  | { readonly kind: 'absent' };

/**
 * Asks one installation for the effective value at a key, after all layers are merged and without the chart's
 * own defaults.
 *
 * Two places of the Helm dialect are read flag by flag: `['extraConfig', FLAG]`, and `['extraArgs', '--FLAG']`
 * for an argument `--FLAG=VALUE` (`true` for a bare `--FLAG`). A map read as a whole (such as `['socketLB']`) is
 * `absent` unless a scalar stands in its place.
 */
export type Read = (path: KeyPath, dialect: SettingsDialect) => Reading;
