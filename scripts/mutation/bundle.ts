import { readFileSync, globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import type { createMeshLint } from '../../server/src/features/create-mesh-lint.ts';
import type { checkCase } from '../../test/support/cases/check-case.ts';
import type { CollectedTest } from './node-test.ts';

/**
 * The unit tests of what is mutated, and of those features that ask knowledge/ what no rule asks. What tests only files of
 * the repository would tell nothing of a mutant.
 */
const testFiles = [
  'test/unit/knowledge/*.test.ts',
  'test/unit/rules/**/*.test.ts',
  'test/unit/features/{completion,hover}/*.test.ts',
];
const withoutCode = ['test/unit/knowledge/schemas.test.ts', 'test/unit/rules/catalogue.test.ts'];

/** The engine and its unit tests, loaded anew: no value that a mutant left behind in a module reaches the next. */
export interface Environment {
  readonly createMeshLint: typeof createMeshLint;
  readonly checkCase: typeof checkCase;
  readonly collected: readonly CollectedTest[];
}

/**
 * Bundles the engine and the unit tests of a checkout into one script, so that loading them anew takes milliseconds.
 * Packages and data files stay outside and are loaded once.
 *
 * @param root the checkout, instrumented or not
 * @returns a function that evaluates the script
 */
export async function bundled(root: string): Promise<() => Environment> {
  const tests = globSync(testFiles, { cwd: root })
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => !withoutCode.includes(file))
    .sort();
  const entry = [
    `export { createMeshLint } from './server/src/features/create-mesh-lint.ts';`,
    `export { checkCase } from './test/support/cases/check-case.ts';`,
    `export { collected } from 'node:test';`,
    ...tests.map((file) => `import './${file}';`),
  ].join('\n');
  const result = await build({
    absWorkingDir: root,
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    plugins: [collectedTests(root), sharedData],
    logLevel: 'silent',
  });
  const code = result.outputFiles[0]?.text ?? '';
  const filename = join(root, 'bundle.cjs');
  const script = new Script(`(function (require, module, exports) {${code}\n})`, { filename });
  const require = createRequire(filename);
  return () => {
    const module: { exports: unknown } = { exports: {} };
    const evaluate: unknown = script.runInThisContext();
    if (typeof evaluate !== 'function') throw new TypeError('The bundle is no function.');
    Reflect.apply(evaluate, undefined, [require, module, module.exports]);
    return asEnvironment(module.exports);
  };
}

function isEnvironment(value: unknown): value is Environment {
  return typeof value === 'object' && value !== null && 'createMeshLint' in value && 'collected' in value;
}

function asEnvironment(value: unknown): Environment {
  if (!isEnvironment(value)) throw new TypeError('The bundle exports no environment.');
  return value;
}

/** Lets test files register their tests with `node-test.ts`, and keeps the places that they read files from. */
function collectedTests(root: string): Plugin {
  return {
    name: 'collected-tests',
    setup(plugin) {
      plugin.onResolve({ filter: /^node:test$/ }, () => ({
        path: join(import.meta.dirname, 'node-test.ts'),
      }));
      plugin.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => {
        const name = relative(root, path).replaceAll(sep, '/');
        const text = readFileSync(path, 'utf8').replaceAll(
          'import.meta.dirname',
          JSON.stringify(dirname(path)),
        );
        const isTest = path.endsWith('.test.ts');
        const start = `import { startFile as startOfFile } from 'node:test'; startOfFile(${JSON.stringify(name)});\n`;
        return { contents: isTest ? start + text : text, loader: 'ts' };
      });
    },
  };
}

/** The data under schemas/ is never changed, so it is parsed once and not with every mutant. */
const sharedData: Plugin = {
  name: 'shared-data',
  setup(plugin) {
    plugin.onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      external: true,
    }));
  },
};
