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
const broken = ['harbour/cilium/values.yaml', 'kind/install-cilium.sh'];

interface Run {
  readonly status: number | null;
  readonly report: string;
  readonly notes: string;
}

function lint(...args: readonly string[]): Run {
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
  return { status, report: stdout, notes: stderr };
}

function tell(text: string): void {
  console.log(text.trimEnd());
  console.log();
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
    'Two clusters run Cilium instead of kube-proxy, with Istio on top. Everything deploys and nothing reports an error.',
  );

  tell('$ cilium-mesh-lint check');
  const found = lint();
  tell(found.report + found.notes);

  tell('$ cilium-mesh-lint check --fix');
  const mended = lint('--fix');
  tell(mended.notes.replaceAll(copy, '.') + mended.report);

  const held =
    found.status === 1 &&
    broken.every((file) => found.report.includes(file)) &&
    mended.status === 0 &&
    mended.report.includes('Nothing found') &&
    changedFiles().join() === broken.join();
  tell(
    held
      ? 'Two files were mended in the copy, a line or two each; the rest of them is untouched, byte for byte.'
      : `The story did not hold: exit codes ${found.status} and ${mended.status}, changed ${changedFiles().join(', ')}.`,
  );
  process.exitCode = held ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
