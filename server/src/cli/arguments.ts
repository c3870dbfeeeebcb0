import { parseArgs } from 'node:util';
import type { Threshold } from './exit-codes.ts';
import { optionProblem } from './option-problem.ts';

export interface CheckOptions {
  /** Files and folders as written. */
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly fix: boolean;
  readonly failOn: Threshold;
}

/** A page to be written. */
export interface ReportOptions {
  readonly paths: readonly string[];
  /** The file as written; `-` is the standard output. */
  readonly html: string;
}

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'report'; readonly options: ReportOptions }
  | { readonly kind: 'lsp' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage-error'; readonly message: string };

/** Reads the arguments behind the program's name. */
export function readArguments(argv: readonly string[]): Command {
  const [command, ...rest] = argv;
  switch (command) {
    case '--help':
    case '-h':
    case 'help':
      return { kind: 'help' };
    case '--version':
      return { kind: 'version' };
    case 'check':
      return readCheck(rest);
    case 'report':
      return readReport(rest);
    case 'lsp':
      return readLsp(rest);
    case undefined:
      return usageError('A command is missing: check, report or lsp.');
    default:
      return usageError(
        command.startsWith('-')
          ? `A command is missing before ${command}: check, report or lsp.`
          : `There is no command "${command}": it is check, report or lsp.`,
      );
  }
}

const checkOptions = {
  format: { type: 'string', default: 'text' },
  fix: { type: 'boolean', default: false },
  'fail-on': { type: 'string', default: 'warning' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

function readCheck(args: readonly string[]): Command {
  const problem = optionProblem(args, checkOptions);
  if (problem !== undefined) return usageError(problem);
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: checkOptions,
  });
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const { format, 'fail-on': failOn } = values;
  if (!isFormat(format)) return usageError(`--format is text or json, not ${format}.`);
  if (!isThreshold(failOn))
    return usageError(`--fail-on is error, warning, information or never, not ${failOn}.`);
  if (positionals.includes('')) return usageError(emptyPath);
  return { kind: 'check', options: { paths: orHere(positionals), format, fix: values.fix, failOn } };
}

const reportOptions = {
  html: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function readReport(args: readonly string[]): Command {
  const problem = optionProblem(args, reportOptions);
  if (problem !== undefined) return usageError(problem);
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: reportOptions,
  });
  if (values.help) return { kind: 'help' };
  if (values.html === undefined || values.html === '')
    return usageError('A report needs a file: --html FILE, or --html - for the standard output.');
  if (positionals.includes('')) return usageError(emptyPath);
  return { kind: 'report', options: { paths: orHere(positionals), html: values.html } };
}

/** As a script writes it whose variable is not set: taken for the current folder, it would check the wrong files. */
const emptyPath = 'A path is empty.';

/** The paths, or the current folder. */
function orHere(paths: readonly string[]): readonly string[] {
  return paths.length === 0 ? ['.'] : paths;
}

/** Clients start language servers with `--stdio`, and the Node client adds its process id for the server's watchdog. */
const lspOptions = {
  stdio: { type: 'boolean', default: false },
  clientProcessId: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function readLsp(args: readonly string[]): Command {
  const problem = optionProblem(args, lspOptions);
  if (problem !== undefined) return usageError(problem);
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: lspOptions });
  if (values.help) return { kind: 'help' };
  const [path] = positionals;
  if (path !== undefined) return usageError(`The language server takes no path: ${path}.`);
  return values.stdio ? { kind: 'lsp' } : usageError('The language server speaks over --stdio only.');
}

function usageError(message: string): Command {
  return { kind: 'usage-error', message };
}

function isFormat(text: string): text is CheckOptions['format'] {
  return text === 'text' || text === 'json';
}

function isThreshold(text: string): text is Threshold {
  return text === 'error' || text === 'warning' || text === 'information' || text === 'never';
}
