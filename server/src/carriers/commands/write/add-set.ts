import type { TextEdit } from '../../../edits/edit.ts';
import type { KeyPath, Scalar } from '../../../yaml/node.ts';
import { formatSet } from '../../strvals/format-set.ts';
import type { ChartCommand } from '../chart-command.ts';
import type { SetArgument } from '../set-argument.ts';
import type { Dialect } from '../shell/cursor.ts';
import { piecesWithin, type Quote } from '../shell/word.ts';
import { extentOf, insertionBehind } from './layout.ts';
import { quotedArgument } from './quote-text.ts';
import { replaceInWord } from './replace-in-word.ts';

/**
 * Adds an assignment in the command's own style: behind the last `--set`, else behind the last argument; on a line
 * of its own where that one has one; into the comma list where a single list is all the command has. Undefined if the
 * path or the value cannot be said.
 */
export function addSet(
  text: string,
  command: ChartCommand,
  path: KeyPath,
  value: Scalar,
  dialect: Dialect,
): TextEdit | undefined {
  const formatted = formatSet(path, value);
  if (formatted === undefined) return undefined;
  const sets = command.sets.filter(({ syntax }) => syntax !== 'config' && syntax !== 'flag');
  const last = sets.at(-1);
  if (last?.syntax === formatted.kind && sets.length === 1 && isCommaList(last)) {
    const { word } = last.value;
    const comma = word.text.endsWith(',') ? '' : ',';
    return replaceInWord(word, word.text.length, word.text.length, comma + formatted.text, dialect);
  }
  const anchor = last?.argument ?? command.arguments.at(-1);
  if (anchor === undefined) return undefined;
  const argument = quotedArgument(formatted.text, last === undefined ? 'none' : styleOf(last), dialect);
  if (argument === undefined) return undefined;
  const joint = last !== undefined && isJoined(last) ? '=' : ' ';
  return insertionBehind(
    text,
    extentOf(anchor),
    `--${flagPrefix(command)}${formatted.kind}${joint}${argument}`,
  );
}

/** `--set=key=value`, not `--set key=value`. */
function isJoined({ value, argument }: SetArgument): boolean {
  return value.word === argument.word;
}

function isCommaList({ parsed, syntax }: SetArgument): boolean {
  return (
    parsed.problem === undefined &&
    parsed.assignments.length > 1 &&
    (syntax === 'set' || syntax === 'set-string')
  );
}

/** The quotes around a whole `key=value`, if it has such. */
function styleOf({ value }: SetArgument): Quote['style'] {
  const [first, ...others] = piecesWithin(value.word, value.from, value.word.text.length);
  return first !== undefined && others.every(({ quote }) => quote === first.quote)
    ? first.quote.style
    : 'none';
}

/** The first Cilium command line called its flags `--helm-set`; what shows that it is meant are flags that only it had. */
function flagPrefix({ fact, arguments: args }: ChartCommand): '' | 'helm-' {
  const isFirst = args.some(
    (arg) => arg.kind === 'flag' && /^(?:helm-.*|config|kube-proxy-replacement)$/.test(arg.name),
  );
  return fact.tool === 'cilium' && isFirst ? 'helm-' : '';
}
