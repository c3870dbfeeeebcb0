import type { StaticFeature } from 'vscode-languageclient';

/**
 * Keeps the client from saying that it asks for diagnostics, so that the server sends them, each with the version
 * of its document.
 *
 * A client that asks forgets what it knows of a document when its tab closes, yet goes on showing it: when the
 * problem is then mended through another file, nothing tells it so. Besides, it looks at closed files only every
 * two seconds.
 */
export const sentDiagnostics: StaticFeature = {
  fillClientCapabilities: ({ textDocument, workspace }) => {
    delete textDocument?.diagnostic;
    delete workspace?.diagnostics;
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};
