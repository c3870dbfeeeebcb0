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

/** The bundles: paths from the root of the repository. */
export const bundles: readonly BuildOptions[] = [
  {
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.cjs',
    format: 'cjs',
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
    format: 'esm',
    banner: { js: requireForCommonJs },
  },
  {
    entryPoints: ['server/src/cli/main.ts'],
    outfile: cliFile,
    format: 'esm',
    banner: { js: requireForCommonJs },
    plugins: [serverStaysOutside],
  },
];

/** What all bundles have in common. The oldest Node that runs them is that of the oldest VS Code in `engines`. */
export function shared(development: boolean): BuildOptions {
  return {
    bundle: true,
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    minify: !development,
    sourcemap: development ? 'linked' : false,
    // Licences of what is bundled are written to a file of their own.
    legalComments: 'none',
    logLevel: 'warning',
  };
}
