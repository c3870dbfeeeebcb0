import { dirname, join } from 'node:path';

import type { BuildOptions, Plugin } from 'esbuild';

export const cliFile = 'dist/cli.js';

/** CommonJS packages in a module bundle call `require` for Node's own modules; a module has none unless it makes one. */
const requireForCommonJs = `import{createRequire}from'node:module';const require=createRequire(import.meta.url);`;

/** The command line leaves the server in the server's own bundle and loads it only for `lsp`. */
const serverStaysOutside: Plugin = {
  name: 'server-stays-outside',
  setup(build) {
    build.onResolve({ filter: /\/lsp\/main\.ts$/ }, () => ({ path: './server.js', external: true }));
  },
};

/**
 * The server's bundle runs in Node and in web workers (`server/src/lsp/main.ts`), so it may neither import Node's modules
 * nor be a module: where there is no Node, nothing of what asks for its modules is used.
 */
const forNodeAndWorkers = {
  format: 'iife',
  banner: { js: `"use strict";{const require=globalThis.process?.getBuiltinModule??(()=>({}));` },
  footer: { js: '}' },
} as const;

/**
 * The parts of the protocol's packages for browsers, which they give to bundles for browsers alone: taken from beside
 * those for both.
 */
const browserPartOfProtocol: Plugin = {
  name: 'browser-part-of-protocol',
  setup(build) {
    build.onResolve(
      { filter: /^vscode-(?:jsonrpc|languageserver(?:-protocol)?)\/browser$/ },
      async (asked) => {
        const { importer, kind, resolveDir } = asked;
        const shared = await build.resolve(asked.path.replace('/browser', ''), {
          importer,
          kind,
          resolveDir,
        });
        return { path: join(dirname(shared.path), '../browser/main.js') };
      },
    );
  },
};

/** The bundles: paths from the root of the repository. */
export const bundles: readonly BuildOptions[] = [
  {
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['client/src/web.ts'],
    outfile: 'dist/web-client.cjs',
    format: 'cjs',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode'],
  },
  {
    entryPoints: ['client/webview/traffic.ts'],
    outfile: 'dist/traffic.js',
    format: 'iife',
    platform: 'browser',
  },
  {
    entryPoints: ['server/src/lsp/main.ts'],
    outfile: 'dist/server.js',
    ...forNodeAndWorkers,
    plugins: [browserPartOfProtocol],
  },
  {
    entryPoints: ['server/src/cli/main.ts'],
    outfile: cliFile,
    format: 'esm',
    banner: { js: requireForCommonJs },
    plugins: [serverStaysOutside],
  },
];

/** What all bundles have in common. The oldest Node that runs them is that of `engines`; VS Code has a newer one. */
export function shared(development: boolean): BuildOptions {
  return {
    bundle: true,
    platform: 'node',
    target: 'node20.18',
    mainFields: ['module', 'main'],
    minify: !development,
    sourcemap: development ? 'linked' : false,
    // Licences of what is bundled are written to a file of their own.
    legalComments: 'none',
    logLevel: 'warning',
  };
}
