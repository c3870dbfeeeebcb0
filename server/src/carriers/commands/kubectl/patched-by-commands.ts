import type { EnrolmentFact } from '../../../facts/enrolment.ts';
import { namespaceSignals, podSignals } from '../../../knowledge/meshes.ts';
import type { Reader } from '../../../source/reader.ts';
import { scriptKinds, scriptsIn } from '../in-files/scripts-in.ts';
import { pipelinesIn, resolvedCommand } from '../read-commands.ts';
import { patchCommand } from './patch-command.ts';

/** Namespaces and workloads that a script brings into a mesh, or keeps out of it, by `kubectl patch`. */
export const kubectlPatchReader: Reader = {
  kinds: scriptKinds,
  hints: ['kubectl patch', 'oc patch'],
  read: (file) =>
    scriptsIn(file).flatMap((script) =>
      pipelinesIn(script).flatMap(({ pipelines, lookup }) =>
        pipelines.flat().flatMap((command): readonly EnrolmentFact[] => {
          const patch = patchCommand(resolvedCommand(command, lookup));
          if (patch === undefined) return [];
          const { scope, namespace, workload, labels, annotations, span: inner } = patch;
          const span = { start: script.placeOf(inner.start), end: script.placeOf(inner.end) };
          const signalsOf = scope === 'namespace' ? namespaceSignals : podSignals;
          return signalsOf(labels, annotations).map(({ mesh, mode, enrolled, key }) => ({
            kind: 'enrolment',
            ...{ mesh, mode, enrolled, scope, namespace, workload, key, span },
          }));
        }),
      ),
    ),
};
