import { chartCommand, type ChartCommand } from './chart-command.ts';
import { isMakefile, readMakefile } from './makefile.ts';
import { pipelinesOf, type Pipeline } from './shell/command.ts';
import type { Dialect } from './shell/cursor.ts';
import { readScripts } from './shell/read-tokens.ts';
import { resolved, shellVariables, type Lookup } from './shell/variables.ts';
import { toolCall } from './tool-call.ts';

/** The chart commands of one text, in file order. */
export interface CommandFile {
  readonly dialect: Dialect;
  readonly commands: readonly ChartCommand[];
}

/** Reads a shell script or a makefile; which of them it is the text itself tells. Never throws. */
export function readCommands(text: string): CommandFile {
  const commands = isMakefile(text)
    ? commandsOfMakefile(text)
    : commandsOfScript(text, 0, text.length, 'shell');
  return {
    dialect: isMakefile(text) ? 'make' : 'shell',
    commands: [...commands].sort((a, b) => a.fact.span.start - b.fact.span.start),
  };
}

function commandsOfMakefile(text: string): readonly ChartCommand[] {
  const { recipes, lookup } = readMakefile(text);
  return recipes.flatMap(({ start, end }) => commandsOfScript(text, start, end, 'make', lookup));
}

function commandsOfScript(
  text: string,
  start: number,
  end: number,
  dialect: Dialect,
  make?: Lookup,
): readonly ChartCommand[] {
  const pipelines = readScripts(text, start, end, dialect).flatMap(pipelinesOf);
  const shell = shellVariables(pipelines, text.slice(start, end));
  const lookup: Lookup = (variable, at) =>
    variable.of === 'make' ? make?.(variable, at) : shell(variable, at);
  return pipelines.flatMap((pipeline) => commandsOf(pipeline, lookup, text));
}

function commandsOf(pipeline: Pipeline, lookup: Lookup, text: string): readonly ChartCommand[] {
  return pipeline.flatMap((command, stage) => {
    const call = toolCall({ ...command, words: command.words.map((word) => resolved(word, lookup)) });
    return call === undefined ? [] : (chartCommand(call, pipeline, stage, text) ?? []);
  });
}
