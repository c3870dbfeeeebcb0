import type { EnrolmentFact } from '../facts/enrolment.ts';
import type { Placed } from '../facts/fact.ts';
import { podEnrolment, type MeshSignal } from '../knowledge/meshes.ts';
import { groupBy } from './group.ts';
import { chartPodsIn, workloadId } from './mesh-members.ts';
import { ofKind } from './of-kind.ts';
import { remembered } from './remembered.ts';

/** Pods of one kind: those of a workload, or all of a namespace that shows none. */
export interface MeshSubject {
  readonly namespace: string | undefined;
  /** The workload, such as `Deployment reviews`; absent for a namespace as a whole. */
  readonly workload: string | undefined;
  /** What enrols them, of their own and of their namespace. Opt-outs have been taken off. */
  readonly enrolments: readonly Placed<EnrolmentFact>[];
}

/** Everybody who takes part in some mesh, as far as the files tell pods apart. Pods of the host network never do. */
export const meshSubjects = remembered((facts: readonly Placed[]): readonly MeshSubject[] => {
  const enrolments = ofKind(facts, 'enrolment');
  const inNamespace = groupBy(
    enrolments.filter(({ fact }) => fact.scope === 'namespace'),
    ({ fact }) => fact.namespace,
  );
  const ofWorkload = groupBy(
    enrolments.filter(({ fact }) => fact.scope === 'workload'),
    ({ fact }) => workloadId(fact.namespace, fact.workload),
  );
  const workloads = ofKind(facts, 'workload').map(({ fact }) => fact);
  const chartPods = chartPodsIn(facts);
  const onHostNetwork = new Set(
    workloads
      .filter(({ hostNetwork }) => hostNetwork)
      .map(({ namespace, name }) => workloadId(namespace, name)),
  );
  const shown = groupBy([...workloads, ...chartPods], ({ namespace }) => namespace);
  const pods = [
    ...[...workloads, ...chartPods].map(({ namespace, name }) => ({ namespace, workload: name })),
    ...[...ofWorkload.values()].flatMap(([first]) => (first === undefined ? [] : [first.fact])),
  ];
  const unseen = [...inNamespace].filter(([namespace]) => namespace === undefined || !shown.has(namespace));
  const subjects = [
    ...unseen.map(([namespace, own]) => ({ namespace, workload: undefined, enrolments: own.filter(isIn) })),
    ...[...groupBy(pods, ({ namespace, workload }) => workloadId(namespace, workload))].flatMap(
      ([id, [pod]]): readonly MeshSubject[] => {
        if (pod === undefined || onHostNetwork.has(id)) return [];
        const { namespace, workload } = pod;
        const outer = namespace === undefined ? [] : (inNamespace.get(namespace) ?? []);
        return [{ namespace, workload, enrolments: inForce(outer, ofWorkload.get(id) ?? []) }];
      },
    ),
  ];
  return subjects.filter((subject) => subject.enrolments.length > 0);
});

function isIn({ fact }: Placed<EnrolmentFact>): boolean {
  return fact.enrolled;
}

/** What is left of the enrolments of a namespace and of a pod once the one that decides has been heard. */
function inForce(
  ofNamespace: readonly Placed<EnrolmentFact>[],
  ofPod: readonly Placed<EnrolmentFact>[],
): readonly Placed<EnrolmentFact>[] {
  const bySignal = new Map<MeshSignal, Placed<EnrolmentFact>>();
  const signalsOf = (placed: readonly Placed<EnrolmentFact>[]): readonly MeshSignal[] =>
    placed.map((one) => {
      const { mesh, mode, enrolled, key } = one.fact;
      const signal = { mesh, mode, enrolled, key, value: '' };
      bySignal.set(signal, one);
      return signal;
    });
  return podEnrolment(signalsOf(ofNamespace), signalsOf(ofPod)).flatMap((signal) => {
    const placed = bySignal.get(signal);
    return signal.enrolled && placed !== undefined ? [placed] : [];
  });
}
