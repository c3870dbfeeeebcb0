import type { ChartCommentsFact } from './chart-comments.ts';
import type { ChartFact } from './chart.ts';
import type { ChartPodsFact } from './chart-pods.ts';
import type { HelmCommandFact } from './command.ts';
import type { ConfigurationFact } from './configuration.ts';
import type { ChartSourceFact, DeploymentFact, ValuesObjectFact } from './deployment.ts';
import type { FieldProblemFact } from './field-problem.ts';
import type { DeprecatedUseFact } from './deprecated-use.ts';
import type { DestinationFact } from './destination.ts';
import type { EnrolmentFact, WaypointFact } from './enrolment.ts';
import type { KubeProxyFact } from './kube-proxy.ts';
import type { DeploymentPatchFact, KustomizationFact } from './kustomization.ts';
import type {
  MeshResourceFact,
  MeshSignFact,
  NamespaceFact,
  ServiceFact,
  WorkloadFact,
} from './kubernetes.ts';
import type { MeshInstallFact, MeshReleaseFact, MeshValuesFact } from './mesh-install.ts';
import type { MeshMarkFact } from './mesh-mark.ts';
import type { MeshMemberFact } from './mesh-member.ts';
import type { MeshPolicyFact, PeerAuthenticationFact, PlainTextFact } from './mesh-policy.ts';
import type { MeshRevisionFact } from './mesh-revision.ts';
import type { NetworkPolicyFact } from './policy.ts';
import type { SettingsLayer } from './settings.ts';
import type { SuppressionFact } from './suppression.ts';

/** Everything that one file can say. Plain data: no syntax trees, cheap to keep, to compare, to serialise. */
export type Fact =
  | SettingsLayer
  | ChartFact
  | ChartPodsFact
  | ChartCommentsFact
  | ConfigurationFact
  | HelmCommandFact
  | DeploymentFact
  | ChartSourceFact
  | ValuesObjectFact
  | DeploymentPatchFact
  | KustomizationFact
  | DestinationFact
  | DeprecatedUseFact
  | EnrolmentFact
  | MeshInstallFact
  | MeshReleaseFact
  | MeshValuesFact
  | MeshMarkFact
  | MeshMemberFact
  | MeshRevisionFact
  | WaypointFact
  | MeshResourceFact
  | MeshSignFact
  | ServiceFact
  | SuppressionFact
  | WorkloadFact
  | NamespaceFact
  | KubeProxyFact
  | NetworkPolicyFact
  | MeshPolicyFact
  | PeerAuthenticationFact
  | PlainTextFact
  | FieldProblemFact;

/** A fact and the file it stands in. */
export interface Placed<F extends Fact = Fact> {
  readonly uri: string;
  readonly fact: F;
}
