import type { Location } from '../../facts/location.ts';
import type { NetworkPolicyFact } from '../../facts/policy.ts';
import type { Placed } from '../../facts/fact.ts';
import type { MeshPolicyFact } from '../../facts/mesh-policy.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { PodSet } from '../../workspace/members.ts';

/** Who runs in each cluster of a workspace, and what applies to whom. Policies are looked up when they are asked for. */
export interface Workloads {
  readonly clusters: readonly ClusterWorkloads[];
}

/** The workloads of one cluster. */
export interface ClusterWorkloads {
  /** Without releases where no file installs Cilium. */
  readonly cluster: Cluster;
  /** Sorted by name, the one without a name last. */
  readonly namespaces: readonly NamespaceWorkloads[];
  /** Those that stand in a file. */
  readonly workloadsIn: (uri: string) => readonly Workload[];
  /** Findings on the settings of Cilium, by the place of an install. */
  readonly findingsOn: (install: Location) => readonly Finding[];
}

/** What a cluster runs in one namespace. */
export interface NamespaceWorkloads {
  /** Absent for objects that leave it to a kustomization or a command. */
  readonly name: string | undefined;
  /** The name in the manifest that makes it, where there is one. */
  readonly at: Location | undefined;
  /** All of that manifest. */
  readonly manifest: Location | undefined;
  readonly workloads: readonly Workload[];
  /** What stands on the namespace itself, such as labels that contradict each other. */
  readonly findings: readonly Finding[];
  /** Everything that is for one of its workloads, each policy once. */
  readonly applied: () => Applied;
}

/** The pods of one workload, or pods of a namespace that no file shows. */
export interface Workload {
  /** `Deployment reviews`; absent for pods that no file shows. */
  readonly title: string | undefined;
  /** The name in its manifest. */
  readonly at: Location | undefined;
  /** All of that manifest. */
  readonly manifest: Location | undefined;
  readonly pods: PodSet;
  readonly applied: () => Applied;
  /** Where what applies to it contradicts itself, or the cluster. */
  readonly findings: readonly Finding[];
}

/** What applies to pods: layers 3 and 4 (and Cilium's 7) beside the mesh. */
export interface Applied {
  readonly network: readonly AppliedPolicy<NetworkPolicyFact>[];
  readonly mesh: readonly AppliedPolicy<MeshPolicyFact>[];
}

/** A policy, and whether it surely applies: labels or namespaces may be known to a template only. */
export interface AppliedPolicy<Fact extends NetworkPolicyFact | MeshPolicyFact> {
  readonly policy: Placed<Fact>;
  readonly isSure: boolean;
}
