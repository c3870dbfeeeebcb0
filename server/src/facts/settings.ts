import type { KeyPath, Scalar, Span, UnknownReason } from '../yaml/node.ts';

export type { KeyPath } from '../yaml/node.ts';

/** What a file says at a key. `open` maps may hold further keys that only a template knows. */
export type SettingValue =
  | { readonly kind: 'known'; readonly value: Scalar }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason }
  /** Some nodes hear this value, and all others what stands elsewhere. */
  | { readonly kind: 'unknown'; readonly onSomeNodes: Scalar }
  | { readonly kind: 'map'; readonly open: boolean }
  | { readonly kind: 'list'; readonly items: readonly SettingValue[] };

/** One key of a layer, with the places of its key and its value. */
export interface Setting {
  readonly path: KeyPath;
  readonly value: SettingValue;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** What the keys of a layer mean: values of the Helm chart, or flags of the Cilium agent (`cilium-config`). */
export type SettingsDialect = 'helm' | 'agent';

/** The forms in which settings are delivered; one carrier each. */
export type CarrierName =
  | 'values-file'
  | 'cilium-config'
  | 'helm-command'
  | 'argo-application'
  | 'helmfile'
  | 'flux-helm-release'
  | 'values-object'
  | 'kustomize-helm-chart'
  | 'kustomize-patch'
  | 'k3s-helm-chart'
  | 'cluster-api'
  | 'sveltos'
  | 'fleet'
  | 'k0s'
  | 'cilium-olm-config'
  | 'kops-cluster'
  | 'kubespray'
  | 'cilium-node-config'
  | 'agent-arguments'
  | 'embedded-commands'
  | 'ansible-helm'
  | 'ansible-copy'
  | 'dockerfile'
  | 'justfile'
  | 'markdown-commands'
  | 'markdown-values'
  | 'terraform'
  | 'tiltfile';

/** Which chart a layer is for, and what the same place says of its version. */
export interface ChartReference {
  readonly name: string;
  /** A version or a range as written; absent where the place names none, `unknown` where a template stands. */
  readonly version?: { readonly text: string; readonly span: Span } | 'unknown';
}

/** A scalar that holds a text of its own. */
export interface ScalarAddress {
  /** 0-based index of the YAML document. */
  readonly document: number;
  /** Keys from the document's root to the scalar. */
  readonly path: KeyPath;
}

/** A here-document of a script that holds manifests. */
export interface HereDocumentAddress {
  /** 0-based place among those of the script. */
  readonly hereDocument: number;
}

/** How a carrier finds a layer again in a text that may have been edited since. */
export interface LayerAddress {
  /** The text in which the document stands, where a file carries another one: the files of a cloud-init, what a script applies. */
  readonly within?: ScalarAddress | HereDocumentAddress;
  /** 0-based index of the YAML document, or of the command in a script. */
  readonly document: number;
  /** Keys from the document's root to the map that holds the settings. */
  readonly path: KeyPath;
}

/** One place that sets values for one chart: a values file, a `--set` list, a ConfigMap. */
export interface SettingsLayer {
  readonly kind: 'settings';
  readonly carrier: CarrierName;
  readonly dialect: SettingsDialect;
  readonly chart: ChartReference;
  readonly address: LayerAddress;
  /** The whole layer: where to point when a finding is about something absent. */
  readonly span: Span;
  /** In file order, maps before their members. */
  readonly settings: readonly Setting[];
  /** Its keys may be another chart's: it counts where something names it as the chart's values, and not by itself. */
  readonly isWeak?: true;
  /** The root map itself is open: any absent key is unknown. */
  readonly open: boolean;
  /** How a form with names of its own turns on what the dialect's keys (joined by dots) turn on, for people. */
  readonly spelledAs?: Readonly<Record<string, string>>;
  /** It stands in a text for people, who may never use it. */
  readonly isExample?: true;
  /** Nothing is written there; people add a setting in this syntax. */
  readonly byHand?: ByHand;
}

/** How a setting is spelt where nothing is written: Terraform's ways of setting values, YAML in a text of it. */
export type ByHand = 'terraform-set-block' | 'terraform-set-list' | 'terraform-object' | 'yaml';
