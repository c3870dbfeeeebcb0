#!/usr/bin/env node
import { styleText } from 'node:util';
import manifest from '../../../package.json' with { type: 'json' };
import { createMeshLint } from '../features/create-mesh-lint.ts';
import { readArguments } from './arguments.ts';
import { check, type CheckHost } from './check.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { usage } from './usage.ts';
import { writeReport } from './write-report.ts';

process.stdout.on('error', (error: Error) => {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no error.
  if ('code' in error && error.code === 'EPIPE') return;
  complain(`The standard output could not be written: ${error.message}.`);
  process.exit(exitCodes.failure);
});

const command = readArguments(process.argv.slice(2));
switch (command.kind) {
  case 'check':
    // Ending by itself lets Node write out what still waits for a slow reader of stdout.
    process.exitCode = await guarded(() => check(command.options, host()));
    break;
  case 'report':
    process.exitCode = await guarded(() => writeReport(command.options, host()));
    break;
  case 'lsp':
    await import('../lsp/main.ts');
    break;
  case 'help':
    process.stdout.write(usage);
    break;
  case 'version':
    process.stdout.write(`${manifest.version}\n`);
    break;
  case 'usage-error':
    complain(`${command.message} Try --help.`);
    process.exitCode = exitCodes.failure;
}

function host(): CheckHost {
  return {
    lint: createMeshLint(),
    version: manifest.version,
    cwd: process.cwd(),
    withoutHints: isOn(process.env['CI']),
    paint: (tone, text) => styleText(tone, text, { stream: process.stdout }),
    now: () => performance.now(),
    print: (text) => process.stdout.write(text),
    complain,
  };
}

async function guarded(work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    complain(
      `Something went wrong inside: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return exitCodes.failure;
  }
}

function complain(line: string): void {
  process.stderr.write(`cilium-mesh-lint: ${line}\n`);
}

function isOn(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '' && variable !== 'false' && variable !== '0';
}
