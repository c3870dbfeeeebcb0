import { minorOf } from './releases.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** What holds from one minor of the charts to another, as the data files write it: `1.12-1.13 TEXT`, `1.14- TEXT`. */
export interface Run {
  readonly from: string;
  /** Absent where it still holds. */
  readonly to: string | undefined;
  readonly text: string;
}

const form = /^(?<from>[\d.]+)-(?<to>[\d.]*)(?: (?<text>.*))?$/;

/** Reads a run. */
export function readRun(written: string): Run {
  const groups = form.exec(written)?.groups ?? {};
  const to = groups['to'] ?? '';
  return { from: groups['from'] ?? '', to: to === '' ? undefined : to, text: groups['text'] ?? '' };
}

/** The text of the run that a version lies in. A version newer than all known ones lies in the runs that still hold. */
export function textIn(runs: readonly string[] | undefined, version: CiliumVersion): string | undefined {
  const minor = minorOf(version);
  return runs
    ?.map(readRun)
    .find(
      ({ from, to }) =>
        inRange(version, `>=${from}`) && (to === undefined || minor === to || inRange(version, `<${to}`)),
    )?.text;
}
