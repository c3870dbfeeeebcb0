import { parseArgs } from 'node:util';
import type { Threshold } from './exit-codes.ts';

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
      return { kind: 'help' };
    case '--version':
      return { kind: 'version' };
    case 'check':
      return orUsageError(() => readCheck(rest));
    case 'report':
      return orUsageError(() => readReport(rest));
    case 'lsp':
      return orUsageError(() => readLsp(rest));
    case undefined:
      return usageError('A command is missing.');
    default:
      return usageError(`There is no command ${command}.`);
  }
}

function readCheck(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      fix: { type: 'boolean', default: false },
      'fail-on': { type: 'string', default: 'warning' },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const { format, 'fail-on': failOn } = values;
  if (!isFormat(format)) return usageError(`--format is text or json, not ${format}.`);
  if (!isThreshold(failOn))
    return usageError(`--fail-on is error, warning, information or never, not ${failOn}.`);
  return { kind: 'check', options: { paths: orHere(positionals), format, fix: values.fix, failOn } };
}

function readReport(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { html: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) return { kind: 'help' };
  if (values.html === undefined || values.html === '')
    return usageError('A report needs a file: --html FILE, or --html - for the standard output.');
  return { kind: 'report', options: { paths: orHere(positionals), html: values.html } };
}

/** The paths, or the current folder. */
function orHere(paths: readonly string[]): readonly string[] {
  return paths.length === 0 ? ['.'] : paths;
}

/** Clients start language servers with `--stdio`, and the Node client adds its process id for the server's watchdog. */
function readLsp(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stdio: { type: 'boolean', default: false },
      clientProcessId: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  return values.stdio ? { kind: 'lsp' } : usageError('The language server speaks over --stdio only.');
}

function orUsageError(read: () => Command): Command {
  try {
    return read();
  } catch (error) {
    return usageError(error instanceof Error ? error.message : String(error));
  }
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
