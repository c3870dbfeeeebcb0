import type { Answer } from '../knowledge/condition.ts';
import type { KeyPath, Span } from '../yaml/node.ts';
import type { LabelSelector } from './labels.ts';
import type { LayerAddress } from './settings.ts';

/** The kinds of object that decide which traffic pods may have. */
export const policyResources = [
  'NetworkPolicy',
  'CiliumNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
] as const;
export type PolicyResource = (typeof policyResources)[number];

/** One network policy, in terms that are the same for every kind of it. */
export interface NetworkPolicyFact {
  readonly kind: 'network-policy';
  readonly resource: PolicyResource;
  readonly name: string;
  /** As the manifest names it; a clusterwide policy has none. */
  readonly namespace: string | undefined;
  /** One, but for Cilium's `specs`. */
  readonly specs: readonly PolicySpec[];
  /** Leads to the root of the object. */
  readonly address: LayerAddress;
  /** The value of `metadata.name`. */
  readonly nameSpan: Span;
  readonly span: Span;
}

/** Whom a policy is for, and what they may receive and send. */
export interface PolicySpec {
  readonly subject: PolicySubject;
  readonly ingress: PolicyDirection;
  readonly egress: PolicyDirection;
  /** From the root of the object. */
  readonly path: KeyPath;
  /** The selector of the subject with its key, or the whole spec where there is none. */
  readonly span: Span;
}

/** A policy is for pods; one of Cilium with a `nodeSelector` is for nodes, and nothing to pods. */
export type PolicySubject =
  { readonly kind: 'pods'; readonly selector: PodSelector } | { readonly kind: 'nodes' };

/**
 * Pods by their own labels and by those of their namespace. Cilium's prefixes (`k8s:`, `any:`) are taken off, and what
 * its selectors say of namespaces (`io.kubernetes.pod.namespace`, `io.cilium.k8s.namespace.labels.…`) is in
 * `namespaces`. The service account is a label of its own, `io.cilium.k8s.policy.serviceaccount`.
 */
export interface PodSelector {
  readonly pods: LabelSelector;
  /** `own`: the policy's namespace. The name of a namespace is its label `kubernetes.io/metadata.name`. */
  readonly namespaces: 'own' | LabelSelector;
}

/** What a policy says of one direction. */
export interface PolicyDirection {
  /** Whether by its kind and its rules the policy refuses whatever nothing allows. */
  readonly isolates: Answer;
  /** Cilium's `enableDefaultDeny` as written, which versions that know it put in the place of `isolates`. */
  readonly enableDefaultDeny: boolean | 'unknown' | undefined;
  readonly rules: readonly PolicyRule[];
  /** Rules of Cilium that refuse, whatever others allow (`ingressDeny`, `egressDeny`). */
  readonly denies: readonly PolicyRule[];
  /** A template may add rules that are not seen here, allowing or denying ones. */
  readonly open: boolean;
}

/** One item of a list of rules. */
export interface PolicyRule {
  /** `any`: it names no peers. An empty list is a rule that nobody meets (`- {}` in Cilium). */
  readonly peers: 'any' | readonly PolicyPeer[];
  /** `any`: it names no ports, so it is for all of them and all protocols. */
  readonly ports: 'any' | readonly PortList[];
  /** It holds only if something else does as well (`fromRequires`, `authentication`), or has parts that cannot be read. */
  readonly isNarrowed: boolean;
  /** From the root of the object. */
  readonly path: KeyPath;
  readonly span: Span;
}

/** Entities that Cilium names: `cluster`, `world`, `host` and so on, as written. */
export type PolicyPeer =
  | { readonly kind: 'pods'; readonly selector: PodSelector }
  | { readonly kind: 'cidr'; readonly cidr: string; readonly except: readonly string[] }
  | { readonly kind: 'entity'; readonly entity: string }
  /** DNS names outside the cluster (`toFQDNs`). */
  | { readonly kind: 'names' }
  | { readonly kind: 'service'; readonly name: string; readonly namespace: string | undefined }
  | { readonly kind: 'unknown' };

/** Ports that stand in one list, with the rules for layer 7 that hold for them. */
export interface PortList {
  /** Empty: all ports. */
  readonly ports: readonly PolicyPort[];
  readonly layer7: readonly Layer7Rules[];
  /** From the root of the object to the list of ports; absent where there is no list to add to. */
  readonly path: KeyPath | undefined;
  /** The list with its key. */
  readonly span: Span;
}

/** `TCP`, `UDP`, `SCTP`; Cilium also has `ANY`, and rules for ICMP instead of ports. */
export type PolicyProtocol = 'TCP' | 'UDP' | 'SCTP' | 'ANY' | 'ICMP' | 'unknown';

/** One entry of a list of ports. */
export interface PolicyPort {
  readonly protocol: PolicyProtocol;
  readonly port: PortChoice;
  readonly span: Span;
}

/** Ports from one to another, both included; a container port by name; or what only a template knows. */
export type PortChoice =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unknown' };

/** Requests as Cilium's HTTP rules describe them: both are regular expressions, for all of the text. */
export interface HttpRequest {
  readonly method: string | undefined;
  readonly path: string | undefined;
}

/** Rules that look into the traffic, which needs it in plain text: `http`, `kafka`, `dns`, or a parser of Cilium's proxy. */
export interface Layer7Rules {
  readonly parser: 'http' | 'kafka' | 'dns' | 'l7proto';
  /** What HTTP rules let through; absent for other parsers, and where a rule asks for more than this or is not known. */
  readonly requests: readonly HttpRequest[] | undefined;
  /** The key with the rules. */
  readonly span: Span;
}
