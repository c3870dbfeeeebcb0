import type { Redirect, Token } from './token.ts';
import { bareText, type Word } from './word.ts';

/** A simple command: words and redirections up to the next operator, keywords such as `if` and `then` left out. */
export interface SimpleCommand {
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** Whether it runs depends on what the script meets: inside `if`, a loop or `case`, or behind `&&` and `||`. */
  readonly conditional: boolean;
}

/** Commands joined by `|`, in order. A single command is a pipeline of one. */
export type Pipeline = readonly SimpleCommand[];

const keywords = new Set([
  'if',
  'then',
  'elif',
  'else',
  'while',
  'until',
  'do',
  'fi',
  'done',
  'esac',
  '!',
  '{',
  '}',
  'time',
  'coproc',
]);
const opening = new Set(['if', 'while', 'until', 'for', 'select', 'case']);
const closing = new Set(['fi', 'done', 'esac']);

/** The pipelines of a script in file order. A command that the end of the text cuts off is left out. */
export function pipelinesOf(tokens: readonly Token[]): readonly Pipeline[] {
  const pipelines: Pipeline[] = [];
  let pipeline: SimpleCommand[] = [];
  let words: Word[] = [];
  let redirects: Redirect[] = [];
  let depth = 0;
  let chained = false;

  const endCommand = (): void => {
    const { rest, depthChange } = withoutKeywords(words);
    if (rest.length > 0 || redirects.length > 0) {
      pipeline.push({ words: rest, redirects, conditional: chained || depth + Math.max(0, depthChange) > 0 });
    }
    depth = Math.max(0, depth + depthChange);
    words = [];
    redirects = [];
  };
  const endPipeline = (): void => {
    endCommand();
    if (pipeline.length > 0) pipelines.push(pipeline);
    pipeline = [];
  };

  for (const token of tokens) {
    if (token.kind === 'word') words.push(token.word);
    else if (token.kind === 'redirect') redirects.push(token.redirect);
    else if (token.kind === 'broken') return pipelines;
    else if (token.text === '|' || token.text === '|&') {
      endCommand();
    } else {
      endPipeline();
      chained = token.text === '&&' || token.text === '||' || (chained && token.text === '(');
    }
  }
  endPipeline();
  return pipelines;
}

/** Takes keywords off the front of a command; counts the compound commands that they open and close. */
function withoutKeywords(words: readonly Word[]): { rest: readonly Word[]; depthChange: number } {
  let depthChange = 0;
  let index = 0;
  for (; index < words.length; index++) {
    const word = words[index];
    const bare = word === undefined ? undefined : bareText(word);
    if (bare === undefined) break;
    if (opening.has(bare)) depthChange += 1;
    if (closing.has(bare)) depthChange -= 1;
    if (bare === 'function') index += 1;
    else if (!keywords.has(bare)) break;
  }
  return { rest: words.slice(index), depthChange };
}
