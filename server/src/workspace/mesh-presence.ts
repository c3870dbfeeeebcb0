import type { EnrolmentFact, WaypointFact } from '../facts/enrolment.ts';
import type { Fact, Placed } from '../facts/fact.ts';
import type { MeshInstallFact } from '../facts/mesh-install.ts';
import type { MeshComponent } from '../knowledge/mesh-installs.ts';
import type { MeshTrait } from '../knowledge/mesh-resources.ts';
import type { MeshMode, MeshName } from '../knowledge/meshes.ts';
import { groupBy } from './group.ts';
import { enrolledAsListed } from './listed-members.ts';
import { membersIn, takesPart, takesPartByDefault, type Members } from './mesh-members.ts';
import { ofKind } from './of-kind.ts';
import { remembered } from './remembered.ts';

/** A mesh that really carries traffic of a cluster: what proves it, strongest first. */
export interface MeshPresence {
  readonly mesh: MeshName;
  readonly mode: MeshMode;
  /** Labels and annotations that enrol somebody, never empty. Opt-outs have been taken off. */
  readonly enrolments: readonly Placed<EnrolmentFact>[];
  readonly waypoints: readonly Placed<WaypointFact>[];
  /** What else the workspace tells of the mesh that changes what a bypass costs. */
  readonly traits: ReadonlySet<MeshTrait>;
}

/** The meshes that a cluster's facts prove, by mesh and mode. A mesh that nobody is enrolled in is not among them. */
export const meshPresences = remembered((facts: readonly Placed[]): readonly MeshPresence[] => {
  const members = membersIn(facts);
  const proofs = [
    ...[...ofKind(facts, 'enrolment'), ...enrolledAsListed(facts)].filter(({ fact }) =>
      takesPart(fact, members),
    ),
    ...enrolledByDefault(facts, members),
  ];
  if (hasHeadlessServicesOnly(facts, proofs)) return [];
  const waypoints = ofKind(facts, 'waypoint');
  return [...groupBy(proofs, ({ fact }) => `${fact.mesh}/${fact.mode}`).values()].flatMap((enrolments) => {
    const first = enrolments[0]?.fact;
    if (first === undefined) return [];
    const { mesh, mode } = first;
    return [
      {
        mesh,
        mode,
        enrolments,
        waypoints: mode === 'ambient' ? waypoints : [],
        traits: traitsOf(mesh, mode, facts),
      },
    ];
  });
});

/** Whether facts show a mesh at all, be it one that everybody stays out of. */
export function showsMesh(facts: readonly Placed[]): boolean {
  const signs: readonly Fact['kind'][] = ['enrolment', 'waypoint', 'mesh-resource', 'mesh-sign'];
  return facts.some(
    ({ fact }) => signs.includes(fact.kind) || (fact.kind === 'mesh-install' && fact.isExample !== true),
  );
}

/** What installs of meshes that inject every pod say, where somebody does not opt out. */
function enrolledByDefault(facts: readonly Placed[], members: Members): readonly Placed<EnrolmentFact>[] {
  return installed(facts, 'injects-everywhere').flatMap(({ uri, fact: { mesh, key, via, span } }) => {
    const fact: EnrolmentFact = {
      kind: 'enrolment',
      mesh,
      mode: 'sidecar',
      enrolled: true,
      scope: 'namespace',
      namespace: undefined,
      workload: undefined,
      isDefault: true,
      key: key ?? via,
      span,
    };
    return takesPartByDefault(fact, members) ? [{ uri, fact }] : [];
  });
}

/** The installs of a part of any mesh; what a text only shows to people is none. */
function installed(facts: readonly Placed[], component: MeshComponent): readonly Placed<MeshInstallFact>[] {
  return ofKind(facts, 'mesh-install').filter(
    ({ fact }) => fact.component === component && fact.isExample !== true,
  );
}

/**
 * Whether there is no ClusterIP that anyone in a mesh could call: every namespace that takes part shows its Services, and
 * all of them, anywhere, are headless. Charts make Services that no file shows, so a single Service proves nothing.
 */
function hasHeadlessServicesOnly(
  facts: readonly Placed[],
  proofs: readonly Placed<EnrolmentFact>[],
): boolean {
  const services = ofKind(facts, 'service').map(({ fact }) => fact);
  const shown = new Set(services.map(({ namespace }) => namespace));
  return (
    proofs.length > 0 &&
    services.every(({ headless }) => headless) &&
    proofs.every(({ fact: { namespace } }) => namespace !== undefined && shown.has(namespace))
  );
}

/**
 * Only sidecars capture lookups by the nameserver's address, and only where no CNI plugin sets them up: the plugin's rules
 * and those of ambient catch lookups wherever they go (istio/istio cni/pkg/iptables, cni/pkg/plugin).
 */
function traitsOf(mesh: MeshName, mode: MeshMode, facts: readonly Placed[]): ReadonlySet<MeshTrait> {
  const isHere = ({ fact }: Placed<MeshInstallFact>): boolean => fact.mesh === mesh;
  const signs = ofKind(facts, 'mesh-sign').filter(({ fact }) => fact.mesh === mesh);
  const traits = signs.flatMap(({ fact: { trait } }) => trait ?? []);
  const plugins = [...installed(facts, 'cni-plugin'), ...installed(facts, 'unchained-cni-plugin')];
  const capturesByAddress = mode === 'sidecar' && !plugins.some(isHere);
  const isMulticluster = installed(facts, 'multicluster').some(isHere);
  return new Set<MeshTrait>([
    ...traits.filter((trait) => capturesByAddress || trait !== 'dns-capture'),
    ...(isMulticluster ? (['multicluster'] as const) : []),
  ]);
}
