import type { SimpleCommand } from './shell/command.ts';
import { bareText, isKnown, UNKNOWN, type Word } from './shell/word.ts';

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

/**
 * Finds the tool in a command: its first word, or behind `sudo`, `time`, `NAME=value`, `retry 3` and the like.
 * Words in quotes with blanks are arguments, not commands.
 */
export function toolCall(command: SimpleCommand): ToolCall | undefined {
  let first: string | undefined;
  for (const [index, word] of command.words.entries()) {
    const tool = toolOf(word);
    // `./setup.sh cilium install` runs a script of its own; `helm` is never just a word.
    if (tool !== undefined && (tool === 'helm' || first === undefined || /^[\w-]+$/.test(first))) {
      return { tool, program: word, arguments: command.words.slice(index + 1) };
    }
    if (first === undefined && !environment.test(word.text)) {
      first = bareText(word) ?? '';
      if (notRunning.has(first)) return undefined;
    }
  }
  return undefined;
}

/** `helm`, `./bin/helm3`, `$HELM`: what the word runs. */
function toolOf(word: Word): ToolCall['tool'] | undefined {
  if (!isKnown(word)) {
    const [piece, ...others] = word.pieces;
    const isHelm =
      others.length === 0 &&
      /^_?HELM(?:3|_?(?:BIN|CMD|EXE|COMMAND|EXECUTABLE))?$/i.test(piece?.variable?.name ?? '');
    return isHelm && word.text === UNKNOWN ? 'helm' : undefined;
  }
  const name = word.text.slice(word.text.lastIndexOf('/') + 1);
  if (name === 'helm' || name === 'helm3' || name === 'helm4') return 'helm';
  return name === 'cilium' || name === 'cilium-cli' ? 'cilium' : undefined;
}
