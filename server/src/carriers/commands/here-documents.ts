import { editYaml } from '../../edits/edit-yaml.ts';
import { refused, type Change, type EditResult } from '../../edits/edit.ts';
import type { KeyPath, Setting } from '../../facts/settings.ts';
import { resolve } from '../../yaml/navigate.ts';
import type { Span } from '../../yaml/node.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { flattenSettings, type FlatSettings } from '../flatten.ts';
import type { CallPlace } from './call-place.ts';
import { excerptOf, linesBetween, placedEdits, placedSpan, type Excerpt } from './excerpt.ts';
import type { SimpleCommand } from './shell/command.ts';
import type { Redirect } from './shell/token.ts';
import { bareText, piecesWithin, textWithNames, unknownText, type Word } from './shell/word.ts';

/** The lines of a here-document that a command reads values from. */
export interface HereDocument {
  readonly body: Span;
  /** The shell puts variables and substitutions in: its delimiter is not quoted. */
  readonly expands: boolean;
  /** `<<-`: tabs at the beginning of lines do not count. */
  readonly stripsTabs: boolean;
}

/** The stretch of a word in which a file is named. */
export interface FileName {
  readonly word: Word;
  readonly from: number;
  readonly to: number;
}

/** The here-document that feeds `-f -`, or that the script writes to the values file; absent where none is for certain. */
export function documentFor(file: FileName, place: CallPlace): HereDocument | undefined {
  const path = textWithNames(file.word, file.from, file.to);
  if (path === undefined) return undefined;
  return path === '-' || path === '/dev/stdin' ? inputOf(place) : writtenTo(path, file, place);
}

function inputOf({ pipeline, stage }: CallPlace): HereDocument | undefined {
  const own = bodyOf(pipeline[stage]);
  if (own !== undefined || stage === 0) return own;
  const before = pipeline[stage - 1];
  return programOf(before) === 'cat' ? bodyOf(before) : undefined;
}

/** `cat > FILE <<EOF` or `tee FILE <<EOF`, as long as nothing else in the script writes to the file. */
function writtenTo(path: string, file: FileName, { script, text }: CallPlace): HereDocument | undefined {
  const isFile = (word: Word | undefined): boolean => word !== undefined && textWithNames(word) === path;
  const writers = script
    .flat()
    .filter(
      (command) =>
        command.redirects.some(({ operator, target }) => operator.includes('>') && isFile(target)) ||
        ((teeOf(command) || editsInPlace(command)) && command.words.some(isFile)) ||
        (copies(command) && isFile(command.words.at(-1))),
    );
  const [writer] = writers;
  if (writer === undefined || writers.length > 1) return undefined;
  const appends =
    writer.redirects.some(({ operator }) => operator === '>>') ||
    writer.words.some((word) => word.text === '-a' || word.text === '--append');
  const document = !appends && (teeOf(writer) || programOf(writer) === 'cat') ? bodyOf(writer) : undefined;
  return document !== undefined && keepsVariables(file, document, text) ? document : undefined;
}

/** Whether the script does not touch the variables in a file's name between the here-document and the command. */
function keepsVariables({ word, from, to }: FileName, { body }: HereDocument, text: string): boolean {
  const names = piecesWithin(word, from, to).flatMap(({ text: own, variable }) =>
    own.includes(unknownText) && variable !== undefined ? [variable.name] : [],
  );
  const between =
    body.end <= word.span.start
      ? text.slice(body.end, word.span.start)
      : text.slice(word.span.end, body.start);
  const spoken = new Set(Array.from(between.matchAll(/(?<![$\w]|\$[({])[A-Za-z_]\w*/g), ([name]) => name));
  return !names.some((name) => spoken.has(name));
}

function teeOf({ words }: SimpleCommand): boolean {
  return words.slice(0, 2).some((word) => bareText(word) === 'tee');
}

/** `sed -i`, `yq -i`, `perl -pi`. */
function editsInPlace(command: SimpleCommand): boolean {
  return (
    /^(?:sed|gsed|yq|perl)$/.test(programBelowSudo(command) ?? '') &&
    command.words.some(({ text }) => /^(?:-[a-zA-Z]*i|--in-?place)/.test(text))
  );
}

function copies(command: SimpleCommand): boolean {
  return /^(?:cp|mv|ln|install)$/.test(programBelowSudo(command) ?? '');
}

function programBelowSudo({ words }: SimpleCommand): string | undefined {
  const [program, next] = words.slice(0, 2).map(bareText);
  return program === 'sudo' ? next : program;
}

function programOf(command: SimpleCommand | undefined): string | undefined {
  const [program] = command?.words ?? [];
  return program === undefined ? undefined : bareText(program);
}

function bodyOf(command: SimpleCommand | undefined): HereDocument | undefined {
  const redirect = command?.redirects.findLast(({ body }) => body !== undefined);
  return redirect?.body === undefined
    ? undefined
    : {
        body: redirect.body,
        expands: !isQuoted(redirect),
        stripsTabs: redirect.operator === '<<-',
      };
}

function isQuoted({ target }: Redirect): boolean {
  return target !== undefined && bareText(target) === undefined;
}

/** The values in a here-document, with spans in the script; absent where it is not one map of YAML. */
export function readHereDocument(
  script: string,
  document: HereDocument,
): (FlatSettings & { readonly span: Span }) | undefined {
  const excerpt = excerptOfBody(script, document);
  const [only, ...others] = parseYaml(excerpt.text).documents;
  const root = resolve(only?.root);
  if (root?.kind !== 'map' || others.length > 0) return undefined;
  const { settings, open } = flattenSettings(root);
  const isExpanded = ({ start, end }: Span): boolean =>
    document.expands && /[$`\\]/.test(excerpt.text.slice(start, end));
  const read = settings.map((setting): Setting => ({
    path: setting.path,
    value:
      setting.value.kind === 'map' || !isExpanded(setting.valueSpan)
        ? setting.value
        : { kind: 'unknown', reason: 'substitution' },
    keySpan: placedSpan(excerpt, setting.keySpan),
    valueSpan: placedSpan(excerpt, setting.valueSpan),
  }));
  const hasErrors = only !== undefined && only.problems.length > 0;
  return {
    settings: read,
    open: open || hasErrors || settings.some(({ keySpan }) => isExpanded(keySpan)),
    span: placedSpan(excerpt, root.span),
  };
}

/** The edits of a script that make a change in a here-document, below a key of it. */
export function editHereDocument(
  script: string,
  document: HereDocument,
  base: KeyPath,
  change: Change,
): EditResult {
  const excerpt = excerptOfBody(script, document);
  const inner = editYaml(excerpt.text, { document: 0, base }, change);
  if (!inner.ok) return inner;
  if (document.expands && inner.edits.some(({ newText }) => /[$`\\]/.test(newText)))
    return refused('not-writable');
  return { ok: true, edits: placedEdits(excerpt, inner.edits) };
}

function excerptOfBody(script: string, { body, stripsTabs }: HereDocument): Excerpt {
  if (!stripsTabs) return excerptOf(script, [body]);
  const tabs = /^\t*/.exec(script.slice(body.start, body.end))?.[0] ?? '';
  const lines = linesBetween(script, body.start, body.end).map(({ start, end }) => ({
    start: start + (/^\t*/.exec(script.slice(start, end))?.[0].length ?? 0),
    end,
  }));
  return excerptOf(script, lines, tabs);
}
