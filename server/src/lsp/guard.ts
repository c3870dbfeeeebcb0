import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Thrown inside a handler when its request was cancelled; the guard turns it into the protocol's answer. */
export class Cancelled extends Error {}

/** Throws `Cancelled` if the client took the request back. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new Cancelled();
}

/** Waits for a promise, but no longer than the request is wanted: throws `Cancelled` when it is taken back. */
export async function unlessCancelled<T>(wanted: Promise<T>, token: CancellationToken): Promise<T> {
  throwIfCancelled(token);
  let stopListening = (): void => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    const listener = token.onCancellationRequested(() => reject(new Cancelled()));
    stopListening = () => listener.dispose();
  });
  try {
    return await Promise.race([wanted, cancelled]);
  } finally {
    stopListening();
  }
}

/** Where the life of the server stands: requests are allowed only while it runs. */
export type ServerState<S> =
  | { readonly stage: 'starting' }
  | { readonly stage: 'running'; readonly session: S }
  | { readonly stage: 'shut-down' };

/** Wraps handlers so that whatever goes wrong in one costs one answer, never the server. */
export interface Guard<S> {
  /** A request before or after the running stage is refused; an error is logged and answered with `fallback`. */
  readonly request: <P, R>(
    name: string,
    fallback: NoInfer<R>,
    handle: (session: S, params: P, token: CancellationToken) => R | Promise<R>,
  ) => (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;
  /** A notification before or after the running stage is ignored; an error is logged. */
  readonly notification: <P>(
    name: string,
    handle: (session: S, params: P) => void | Promise<void>,
  ) => (params: P) => void;
}

/** @param logError takes a line on what failed */
export function createGuard<S>(state: () => ServerState<S>, logError: (line: string) => void): Guard<S> {
  return {
    request: (name, fallback, handle) => async (params, token) => {
      const now = state();
      if (now.stage === 'starting')
        return new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'Not initialized.');
      if (now.stage === 'shut-down')
        return new ResponseError(ErrorCodes.InvalidRequest, 'Already shut down.');
      try {
        throwIfCancelled(token);
        return await handle(now.session, params, token);
      } catch (error) {
        if (error instanceof Cancelled)
          return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
        logError(failure(name, error));
        return fallback;
      }
    },
    notification: (name, handle) => (params) => {
      const now = state();
      if (now.stage !== 'running') return;
      const run = async (): Promise<void> => handle(now.session, params);
      run().catch((error: unknown) => logError(failure(name, error)));
    },
  };
}

/** One line (and a stack) on what failed and how. */
export function failure(name: string, error: unknown): string {
  return `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
