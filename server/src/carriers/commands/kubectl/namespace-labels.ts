import type { EnrolmentFact } from '../../../facts/enrolment.ts';
import { namespaceSignals } from '../../../knowledge/meshes.ts';
import type { Reader } from '../../../source/reader.ts';
import { scriptKinds, scriptsIn } from '../in-files/scripts-in.ts';
import { pipelinesIn, resolvedCommand } from '../read-commands.ts';
import type { Script } from '../script.ts';
import { labelCommand, type LabelCommand } from './label-command.ts';

/**
 * Namespaces that a script brings into a mesh: `kubectl label namespace shop istio-injection=enabled`, wherever scripts
 * stand. What the same file takes away again further down does not count; nor do texts for people.
 */
export const namespaceLabelReader: Reader = {
  kinds: scriptKinds,
  hints: [
    'label ns',
    'label namespace',
    'annotate ns',
    'annotate namespace',
    'kubectl label',
    'kubectl annotate',
  ],
  read: (file) => {
    const marked = scriptsIn(file).flatMap((script) =>
      labelCommandsIn(script).map((command): Marked => ({ script, command })),
    );
    return marked.flatMap((one, index) => enrolmentsBy(one, marked.slice(index + 1)));
  },
};

interface Marked {
  readonly script: Script;
  readonly command: LabelCommand;
}

function labelCommandsIn(script: Script): readonly LabelCommand[] {
  return pipelinesIn(script).flatMap(({ pipelines, lookup }) =>
    pipelines.flat().flatMap((command) => labelCommand(resolvedCommand(command, lookup)) ?? []),
  );
}

function enrolmentsBy({ script, command }: Marked, later: readonly Marked[]): readonly EnrolmentFact[] {
  const { verb, namespaces, marks } = command;
  return namespaces.flatMap((namespace) => {
    const kept = marks.filter(
      ({ key }) => !later.some((other) => removes(other.command, command, namespace, key)),
    );
    const metadata = Object.fromEntries(
      kept.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])),
    );
    const signals = verb === 'label' ? namespaceSignals(metadata, {}) : namespaceSignals({}, metadata);
    return signals.flatMap(({ mesh, mode, enrolled, key }): readonly EnrolmentFact[] => {
      const mark = kept.findLast((candidate) => candidate.key === key);
      if (mark === undefined) return [];
      const span = { start: script.placeOf(mark.span.start), end: script.placeOf(mark.span.end) };
      const who = { scope: 'namespace', namespace, workload: undefined } as const;
      return [{ kind: 'enrolment', mesh, mode, enrolled, key, span, ...who }];
    });
  });
}

function removes(
  { verb, namespaces, marks }: LabelCommand,
  earlier: LabelCommand,
  namespace: string | undefined,
  key: string,
): boolean {
  return (
    verb === earlier.verb &&
    namespaces.includes(namespace) &&
    marks.some((mark) => mark.key === key && mark.value === undefined)
  );
}
