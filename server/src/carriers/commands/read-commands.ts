import { chartCommand, type ChartCommand } from './chart-command.ts';
import { readMakefile } from './makefile.ts';
import type { Script } from './script.ts';
import { pipelinesOf, type Pipeline, type SimpleCommand } from './shell/command.ts';
import type { Dialect } from './shell/cursor.ts';
import { readScripts } from './shell/read-tokens.ts';
import type { Redirect } from './shell/token.ts';
import { resolved, shellVariables, type Lookup } from './shell/variables.ts';
import { toolCall } from './tool-call.ts';

/** A chart command and the script in which its spans count. */
export interface PlacedCommand {
  readonly script: Script;
  readonly command: ChartCommand;
}

/** The chart commands of the scripts of one file, in file order. Never throws. */
export function readCommands(scripts: readonly Script[]): readonly PlacedCommand[] {
  const startOf = ({ script, command }: PlacedCommand): number => script.placeOf(command.fact.span.start);
  return scripts
    .flatMap((script) =>
      pipelinesIn(script)
        .flatMap(({ pipelines, lookup }) => {
          const known = pipelines.map((pipeline) =>
            pipeline.map((command) => resolvedCommand(command, lookup)),
          );
          return known.flatMap((pipeline) => commandsOf(pipeline, known, script.text));
        })
        .map((command) => ({ script, command })),
    )
    .sort((a, b) => startOf(a) - startOf(b));
}

/** What runs together, and what is known of the variables in it. */
export interface Run {
  readonly pipelines: readonly Pipeline[];
  readonly lookup: Lookup;
}

/** The pipelines of a script; each recipe line of a makefile runs by itself. */
export function pipelinesIn({ text, dialect }: Script): readonly Run[] {
  if (dialect !== 'make') return [runOf(text, 0, text.length, dialect)];
  const { recipes, lookup } = readMakefile(text);
  return recipes.map(({ start, end }) => runOf(text, start, end, dialect, lookup));
}

function runOf(text: string, start: number, end: number, dialect: Dialect, make?: Lookup): Run {
  const pipelines = readScripts(text, start, end, dialect).flatMap(pipelinesOf);
  const shell = shellVariables(pipelines, text.slice(start, end));
  const lookup: Lookup = (variable, at) =>
    variable.of === 'make' ? make?.(variable, at) : shell(variable, at);
  return { pipelines, lookup };
}

/** A command with the variables in it replaced where they are told. */
export function resolvedCommand(command: SimpleCommand, lookup: Lookup): SimpleCommand {
  return {
    ...command,
    words: command.words.map((word) => resolved(word, lookup)),
    redirects: command.redirects.map((redirect) => resolvedRedirect(redirect, lookup)),
  };
}

/** The shell takes the word that ends a here-document as it is. */
function resolvedRedirect(redirect: Redirect, lookup: Lookup): Redirect {
  const { target, body } = redirect;
  if (target === undefined || body !== undefined) return redirect;
  return { ...redirect, target: resolved(target, lookup) };
}

function commandsOf(pipeline: Pipeline, script: readonly Pipeline[], text: string): readonly ChartCommand[] {
  return pipeline.flatMap((command, stage) => {
    const call = toolCall(command);
    return call === undefined ? [] : (chartCommand(call, { text, script, pipeline, stage }) ?? []);
  });
}
