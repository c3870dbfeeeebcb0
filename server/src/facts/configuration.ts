import type { Span } from '../yaml/node.ts';

/** How loudly a rule may be told to speak. */
export type ConfiguredSeverity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** A `.cilium-mesh-lint.yaml`, as far as it could be read. Globs are relative to its folder. */
export interface ConfigurationFact {
  readonly kind: 'configuration';
  readonly clusters: readonly { readonly name: string; readonly include: readonly string[] }[];
  readonly ignore: readonly string[];
  readonly severities: Readonly<Record<string, ConfiguredSeverity>>;
  /** Findings that are meant to be: of a rule, in files. */
  readonly suppressions: readonly { readonly rule: string; readonly include: readonly string[] }[];
  /** A version or range for installs that name none. */
  readonly ciliumVersion: string | undefined;
  readonly kernel: string | undefined;
  /** Where the file is not as its schema wants it; a part with a problem is left out above. */
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
  readonly span: Span;
}
