import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

/** What a process has used so far, from `/proc`. */
export interface Usage {
  /** User and system time in milliseconds, in steps of ten. */
  readonly cpu: number;
  /** Memory that is in RAM now, in MB (10⁶ bytes). */
  readonly rss: number;
  /** The most that ever was. */
  readonly peak: number;
}

/** A language server under measurement. */
export interface MeasuredProcess {
  readonly connection: ProtocolConnection;
  /** When it was started, as `performance.now()`. */
  readonly started: number;
  readonly usage: () => Usage;
  readonly kill: () => void;
}

/** Starts a server with the Node that runs the benchmark. Linux only: elsewhere there is no `/proc`. */
export function startMeasured(args: readonly string[]): MeasuredProcess {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${args.join(' ')} cannot be started`);
  const reader = new StreamMessageReader(child.stdout);
  const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
  return {
    connection,
    started,
    usage: () => usageOf(pid),
    kill: () => {
      connection.dispose();
      child.kill('SIGKILL');
    },
  };
}

const millisecondsPerTick = 10;

function usageOf(pid: number): Usage {
  // The second field of stat, the name, is in parentheses and may hold spaces: count behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    cpu: ticks * millisecondsPerTick,
    rss: megabytes(status, 'VmRSS'),
    peak: megabytes(status, 'VmHWM'),
  };
}

function megabytes(status: string, name: string): number {
  const kibibytes = new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1];
  if (kibibytes === undefined) throw new Error(`/proc tells no ${name}`);
  return (Number(kibibytes) * 1_024) / 1_000_000;
}
