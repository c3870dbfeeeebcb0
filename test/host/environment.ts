import { delimiter, dirname } from 'node:path';

/** This process's environment as plain texts. */
export function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A search path on which `node` is the Node that runs this: the machine's own may be too old for the host. */
export function pathWithThisNode(): string {
  return [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
}
