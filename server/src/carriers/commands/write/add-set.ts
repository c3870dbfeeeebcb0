import type { TextEdit } from '../../../edits/edit.ts';
import type { KeyPath } from '../../../facts/settings.ts';
import type { Scalar } from '../../../yaml/node.ts';
import { formatSet } from '../../strvals/format-set.ts';
import type { ChartCommand } from '../chart-command.ts';
import type { SetArgument } from '../set-argument.ts';
import type { Dialect } from '../shell/cursor.ts';
import { piecesWithin, type Quote } from '../shell/word.ts';
import { extentOf, lineStartBefore } from './layout.ts';
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
  if (sets.length === 1 && last !== undefined && last.syntax === formatted.kind && isCommaList(last)) {
    const { word } = last.value;
    const comma = word.text.endsWith(',') ? '' : ',';
    return replaceInWord(word, word.text.length, word.text.length, comma + formatted.text, dialect);
  }
  const anchor = last?.argument ?? command.arguments.at(-1);
  if (anchor === undefined) return undefined;
  const argument = quotedArgument(formatted.text, last === undefined ? 'none' : styleOf(last), dialect);
  if (argument === undefined) return undefined;
  const extent = extentOf(anchor);
  const joint = last !== undefined && last.value.word === last.argument.word ? '=' : ' ';
  const flag = `--${flagPrefix(command)}${formatted.kind}`;
  const before = lineStartBefore(text, extent.start) ?? ' ';
  return { span: { start: extent.end, end: extent.end }, newText: `${before}${flag}${joint}${argument}` };
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
