import type { SimpleCommand } from './shell/command.ts';
import { bareText, isKnown, unknownText, type Word } from './shell/word.ts';

/** A command that runs `helm` or the `cilium` command line: all words behind the program. */
export interface ToolCall {
  readonly tool: 'helm' | 'cilium';
  readonly program: Word;
  readonly arguments: readonly Word[];
}

/** Programs that print, fetch or look up their arguments rather than run them. */
const notRunning = new Set(
  (
    'echo printf print cat grep egrep awk sed which type hash whereis man alias unalias test [ [[ case for in function ' +
    'apt apt-get apk yum dnf brew snap asdf mise pacman zypper choco pip pip3 npm go git curl wget tar cp mv rm mkdir ' +
    'chmod cd ls log info warn warning error fatal die msg say usage note step title header make task just read cut trap set'
  ).split(' '),
);

const environment = /^[A-Za-z_]\w*\+?=/;

/** Finds the tool in a command. */
export function toolCall(command: SimpleCommand): ToolCall | undefined {
  const found = findProgram(command, (word, first) => {
    const tool = toolOf(word);
    // `./setup.sh cilium install` runs a script of its own; `helm` is never just a word.
    const isRun = tool === 'helm' || first === undefined || /^[\w-]+$/.test(first);
    return isRun ? tool : undefined;
  });
  if (found === undefined) return undefined;
  const [tool, index] = found;
  const program = command.words[index];
  return program && { tool, program, arguments: command.words.slice(index + 1) };
}

/**
 * Finds a program that a command runs, with its place among the words: the first word, or one behind `sudo`, `time`,
 * `NAME=value`, `retry 3` and the like. Words in quotes with blanks are arguments, not commands.
 *
 * @param programOf what a word runs; it gets the first word of the command, where that stands before
 */
export function findProgram<T>(
  command: SimpleCommand,
  programOf: (word: Word, first: string | undefined) => T | undefined,
): readonly [program: T, index: number] | undefined {
  let first: string | undefined;
  for (const [index, word] of command.words.entries()) {
    const program = programOf(word, first);
    if (program !== undefined) return [program, index];
    if (first === undefined && !environment.test(word.text)) {
      first = bareText(word) ?? '';
      if (notRunning.has(first)) return undefined;
    }
  }
  return undefined;
}

const helmVariable = /^_?HELM(?:3|_?(?:BIN|CMD|EXE|COMMAND|EXECUTABLE))?$/i;
const ciliumVariable = /^_?CILIUM(?:_?CLI)?(?:_?(?:BIN|CMD|EXE|COMMAND|EXECUTABLE))?$/i;

/** `helm`, `./bin/helm3`, `$HELM`, `$CILIUM_CLI`: what the word runs. */
function toolOf(word: Word): ToolCall['tool'] | undefined {
  if (!isKnown(word)) {
    const [piece, ...others] = word.pieces;
    const name = piece?.variable?.name ?? '';
    if (others.length > 0 || word.text !== unknownText) return undefined;
    if (helmVariable.test(name)) return 'helm';
    return ciliumVariable.test(name) ? 'cilium' : undefined;
  }
  const name = word.text.slice(word.text.lastIndexOf('/') + 1);
  if (name === 'helm' || name === 'helm3' || name === 'helm4') return 'helm';
  return name === 'cilium' || name === 'cilium-cli' ? 'cilium' : undefined;
}
