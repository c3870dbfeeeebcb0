import type { EnrolmentFact } from '../../../facts/enrolment.ts';
import type { MeshMarkFact } from '../../../facts/mesh-mark.ts';
import { isSignalKey, namespaceSignals, type MeshSignal } from '../../../knowledge/meshes.ts';
import type { Reader } from '../../../source/reader.ts';
import type { Span } from '../../../yaml/node.ts';
import { scriptKinds, scriptsIn } from '../in-files/scripts-in.ts';
import { pipelinesIn, resolvedCommand } from '../read-commands.ts';
import type { Script } from '../script.ts';
import { labelCommand, type LabelCommand, type PlacedMark } from './label-command.ts';

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
    return marked.flatMap((one, index) => factsBy(one, marked.slice(index + 1)));
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

function factsBy(
  { script, command }: Marked,
  later: readonly Marked[],
): readonly (EnrolmentFact | MeshMarkFact)[] {
  const { verb, namespaces, marks } = command;
  const spanOf = ({ span }: PlacedMark): Span => ({
    start: script.placeOf(span.start),
    end: script.placeOf(span.end),
  });
  const owner = Math.min(...marks.map((mark) => spanOf(mark).start));
  return namespaces.flatMap((namespace) => {
    const kept = marks.filter(
      ({ key }) => !later.some((other) => removes(other.command, command, namespace, key)),
    );
    const who = { namespace, workload: undefined };
    const enrolments = signalsOf(verb, kept).flatMap(({ mesh, mode, enrolled, key }) => {
      const mark = kept.findLast((candidate) => candidate.key === key);
      if (mark === undefined) return [];
      const scope = 'namespace' as const;
      return [{ kind: 'enrolment', mesh, mode, enrolled, scope, ...who, key, span: spanOf(mark) } as const];
    });
    const place = `namespace-${verb === 'label' ? 'label' : 'annotation'}` as const;
    const raw = kept.flatMap((mark): readonly MeshMarkFact[] => {
      const { key, value } = mark;
      if (value === undefined || !isSignalKey(place, key)) return [];
      return [
        { kind: 'mesh-mark', place, key, value, ...who, owner, inManifest: undefined, span: spanOf(mark) },
      ];
    });
    return [...enrolments, ...raw];
  });
}

function signalsOf(verb: LabelCommand['verb'], marks: readonly PlacedMark[]): readonly MeshSignal[] {
  const metadata = Object.fromEntries(
    marks.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])),
  );
  return verb === 'label' ? namespaceSignals(metadata, {}) : namespaceSignals({}, metadata);
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
