/**
 * Tells the story of the product on a copy of examples/: what is found, what mends it, that nothing is left.
 * Ends with 1 if the story does not hold. Needs dist/ (`npm run demo` builds it).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const examples = join(root, 'examples');
const copy = mkdtempSync(join(tmpdir(), 'cilium-mesh-lint-demo-'));

/** The clusters of examples/, each with the one file that breaks its mesh. */
const clusters = [
  { folder: 'harbour', broken: 'harbour/cilium/values.yaml' },
  { folder: 'kind', broken: 'kind/install-cilium.sh' },
];

/** Runs the command line in the copy, shows command and output, and returns them with the exit code. */
function lint(...args: readonly string[]) {
  const colours = process.stdout.isTTY && process.env['NO_COLOR'] === undefined ? { FORCE_COLOR: '1' } : {};
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), 'check', ...args],
    {
      cwd: copy,
      env: { ...process.env, ...colours },
      encoding: 'utf8',
    },
  );
  tell(`$ cilium-mesh-lint check ${args.join(' ')}`, stderr + stdout);
  return { status, report: stdout };
}

function tell(...paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs) console.log(`${paragraph.trimEnd()}\n`);
}

function changedFiles(): readonly string[] {
  return globSync('**/*', { cwd: examples })
    .filter((file) => statSync(join(examples, file)).isFile())
    .filter((file) => !readFileSync(join(examples, file)).equals(readFileSync(join(copy, file))))
    .sort();
}

try {
  cpSync(examples, copy, { recursive: true });
  tell(
    'Two clusters run Cilium instead of kube-proxy, and Istio on top. All of it deploys, and nothing reports an error.',
  );
  const found = clusters.map(({ folder, broken }) => {
    const { status, report } = lint(folder);
    return status === 1 && report.startsWith(broken);
  });

  tell('The fixes that the reports show, written into the files:');
  const { status, report } = lint(...clusters.map(({ folder }) => folder), '--fix');
  const isClean = status === 0 && report.startsWith('Nothing found');
  const changed = changedFiles();

  const held =
    found.every(Boolean) && isClean && changed.join() === clusters.map(({ broken }) => broken).join();
  tell(
    held
      ? 'Both meshes see their calls again. Two files changed, by two lines each; everything else is as it was, byte for byte.'
      : `The story did not hold: found ${found.join()}, clean afterwards ${isClean}, changed ${changed.join()}.`,
  );
  process.exitCode = held ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
