import type { EnrolmentFact } from '../../../facts/enrolment.ts';
import { meshCommands, type MeshCommand } from '../../../knowledge/mesh-commands.ts';
import type { Reader } from '../../../source/reader.ts';
import type { Span } from '../../../yaml/node.ts';
import { scriptKinds, scriptsIn } from '../in-files/scripts-in.ts';
import { pipelinesIn, resolvedCommand } from '../read-commands.ts';
import type { Pipeline, SimpleCommand } from '../shell/command.ts';
import { isKnown, type Word } from '../shell/word.ts';
import { findProgram } from '../tool-call.ts';
import { kubectlIn } from './kubectl.ts';

/**
 * What a script enrols by a mesh's own command line: `linkerd inject cart.yaml | kubectl apply -f -`, `osm namespace add
 * shop`. What is only printed enrols nobody.
 */
export const injectingCommandReader: Reader = {
  kinds: scriptKinds,
  hints: meshCommands.map(({ program, words }) => [program, ...words].join(' ')),
  read: (file) =>
    scriptsIn(file).flatMap((script) =>
      pipelinesIn(script)
        .flatMap(({ pipelines, lookup }) =>
          pipelines.flatMap((raw) => {
            const pipeline = raw.map((command) => resolvedCommand(command, lookup));
            return pipeline.flatMap((command, stage) =>
              meshCommands.flatMap((row) => {
                const call = callOf(command, row);
                return call === undefined ? [] : enrolmentsBy(row, call, pipeline.slice(stage + 1));
              }),
            );
          }),
        )
        .map((fact) => ({
          ...fact,
          span: { start: script.placeOf(fact.span.start), end: script.placeOf(fact.span.end) },
        })),
    ),
};

/** The words of a command that runs a mesh's command line, and where it stands. */
interface Call {
  /** Behind those that name the command. */
  readonly names: readonly Word[];
  readonly span: Span;
}

function callOf(command: SimpleCommand, { program, words }: MeshCommand): Call | undefined {
  const found = findProgram(command, ({ text }) =>
    text.slice(text.lastIndexOf('/') + 1) === program ? program : undefined,
  );
  if (found === undefined) return undefined;
  const own = command.words.slice(found[1]);
  const plain = own.slice(1).filter(({ text }) => !text.startsWith('-'));
  const last = plain[words.length - 1];
  const start = own[0]?.span.start;
  if (last === undefined || start === undefined) return undefined;
  if (!words.every((word, index) => plain[index]?.text === word)) return undefined;
  return { names: plain.slice(words.length), span: { start, end: last.span.end } };
}

function enrolmentsBy(
  { mesh, program, words, takes }: MeshCommand,
  { names, span }: Call,
  later: Pipeline,
): readonly EnrolmentFact[] {
  const key = [program, ...words].join(' ');
  const fact = { kind: 'enrolment', mesh, mode: 'sidecar', enrolled: true, key, span } as const;
  if (takes === 'namespaces') {
    return names.map((name) => ({
      ...fact,
      scope: 'namespace',
      namespace: isKnown(name) ? name.text : undefined,
      workload: undefined,
    }));
  }
  return later.some(applies) ? [{ ...fact, scope: 'workload', namespace: undefined, workload: key }] : [];
}

function applies(command: SimpleCommand): boolean {
  return kubectlIn(command)?.some(({ text }) => ['apply', 'create', 'replace'].includes(text)) === true;
}
