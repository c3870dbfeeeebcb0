/** What the extension uses of the worker that a browser starts. */
declare class Worker {
  constructor(url: string, options?: { readonly name?: string });
  onerror: ((event: { readonly message?: string }) => void) | null;
  terminate(): void;
}
