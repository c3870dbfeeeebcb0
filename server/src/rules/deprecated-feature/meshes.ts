import { t } from '@vscode/l10n';
import type { Fact, Placed } from '../../facts/fact.ts';
import { retirementOf } from '../../knowledge/deprecated-features.ts';
import type { MeshName } from '../../knowledge/meshes.ts';
import type { Location } from '../../facts/location.ts';
import { groupBy } from '../../workspace/group.ts';
import type { Finding } from '../finding.ts';
import { meshTitle } from '../wording/mesh-words.ts';

interface Trace {
  readonly mesh: MeshName;
  readonly at: Location;
  /** What installs the mesh tells more than what takes part in it, and that more than a mere resource. */
  readonly rank: number;
}

/** Meshes in use that nobody maintains any more, or soon will not: one finding each, at the place that tells most. */
export function retiredMeshesIn(facts: readonly Placed[]): readonly Finding[] {
  const byMesh = groupBy(facts.flatMap(traceOf), ({ mesh }) => mesh);
  return [...byMesh].flatMap(([mesh, traces]): readonly Finding[] => {
    const [first] = traces.toSorted((left, right) => left.rank - right.rank);
    const what = retirementOf(mesh);
    if (first === undefined || what === undefined) return [];
    return [
      {
        rule: 'deprecated-feature',
        severity: 'information',
        message: t`${meshTitle(mesh)} is retired: ${t(what)}. Plan the move to another mesh before the next upgrade of Kubernetes or Cilium.`,
        at: first.at,
        related: [],
        fixes: [],
      },
    ];
  });
}

function traceOf({ uri, fact }: Placed): readonly Trace[] {
  const rank = rankOf(fact);
  return rank === undefined || !('mesh' in fact)
    ? []
    : [{ mesh: fact.mesh, at: { uri, span: fact.span }, rank }];
}

function rankOf(fact: Fact): number | undefined {
  switch (fact.kind) {
    case 'mesh-install':
      return fact.isExample === true ? undefined : 0;
    case 'enrolment':
      return fact.enrolled ? 1 : undefined;
    default:
      return undefined;
  }
}
