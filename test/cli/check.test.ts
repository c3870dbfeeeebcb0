import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { chartArchive } from '../support/chart-archive.ts';
import { below, ciliumChart, umbrellaChart } from '../support/charts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { cliPath, runCli } from './run-cli.ts';
import { broken } from './workspace.ts';

describe('cilium-mesh-lint check', () => {
  it('shows a finding with its frame, its evidence and its fix, and ends with 1', async (test) => {
    const { status, stdout, stderr } = await runCli(temporaryFolder(test, broken), ['check']);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    assert.match(stdout, /^cilium\/values\.yaml\n\n {2}error socket-lb-bypasses-mesh 1:1\n/);
    assert.match(stdout, /1 │ kubeProxyReplacement: true\n +│ \^{20}\n/);
    assert.match(stdout, /^ {2}shop\.yaml:6:5 /m);
    assert.match(stdout, /^ +\+ socketLB:\n +\+ {3}hostNamespaceOnly: true$/m);
    assert.match(stdout, /docs\/rules\/socket-lb-bypasses-mesh\.md/);
    assert.match(stdout, /\n1 error in 2 files, 2 read closely, \d+ ms\. --fix mends 1\.\n$/);
  });

  it('ends with 0 where nothing is found', async (test) => {
    const folder = temporaryFolder(test, { 'values.yaml': 'replicas: 2\n' });
    const { status, stdout } = await runCli(folder, ['check']);
    assert.equal(status, 0);
    assert.match(stdout, /^Nothing found in 1 file, 0 read closely, \d+ ms\.\n$/);
  });

  it('fails from the severity on that it is told', async (test) => {
    const linkerd = broken['shop.yaml']
      ?.replace('labels', 'annotations')
      .replace('istio-injection', 'linkerd.io/inject');
    const folder = temporaryFolder(test, { ...broken, 'shop.yaml': linkerd ?? '' });
    const codes = await Promise.all(
      ['error', 'warning', 'information', 'never'].map(async (severity) => {
        const { status, stdout } = await runCli(folder, ['check', '--fail-on', severity]);
        assert.match(stdout, /1 warning in/);
        return status;
      }),
    );
    assert.deepEqual(codes, [0, 1, 1, 0]);
  });

  it('knows the named paths and nothing around them', async (test) => {
    const folder = temporaryFolder(test, broken);
    const { status, stdout } = await runCli(folder, ['check', 'cilium/values.yaml']);
    assert.equal(status, 0);
    assert.match(stdout, /1 hint in 1 file/);
  });

  it('names files relative to where it runs', async (test) => {
    const folder = temporaryFolder(test, { ...broken, 'elsewhere/note.txt': '' });
    const { stdout } = await runCli(join(folder, 'elsewhere'), ['check', '..']);
    assert.match(stdout, /^\.\.\/cilium\/values\.yaml\n/);
  });

  it('leaves hints out where CI is set', async (test) => {
    const folder = temporaryFolder(test, { 'values.yaml': broken['cilium/values.yaml'] ?? '' });
    assert.match((await runCli(folder, ['check'])).stdout, /1 hint in/);
    assert.match((await runCli(folder, ['check'], { CI: 'true' })).stdout, /^Nothing found/);
    assert.match((await runCli(folder, ['check'], { CI: 'false' })).stdout, /1 hint in/);
  });

  it('reads on where one file cannot be read, and says which', async (test) => {
    const folder = temporaryFolder(test, { ...broken, 'huge.yaml': Buffer.alloc(5_000_001, 0x23) });
    const { status, stderr } = await runCli(folder, ['check']);
    assert.equal(status, 1);
    assert.equal(stderr, 'cilium-mesh-lint: huge.yaml is larger than 5 MB and was left out.\n');
  });

  it('ends with 2 where a path that it is given cannot be read', async (test) => {
    const { status, stdout, stderr } = await runCli(temporaryFolder(test, {}), ['check', '/dev/null']);
    assert.equal(status, 2);
    assert.match(stdout, /^Nothing found in 0 files/);
    assert.equal(stderr, 'cilium-mesh-lint: /dev/null could not be read.\n');
  });

  it('goes by the version and the values of a chart that is vendored packed', async (test) => {
    const umbrella = {
      'shop.yaml': broken['shop.yaml'] ?? '',
      'Chart.yaml': umbrellaChart('">=1.11.0"'),
      'values.yaml': below('cilium', 'kubeProxyReplacement: strict\n'),
    };
    const vendored = (values: string) => ({
      ...umbrella,
      'charts/cilium-1.11.20.tgz': chartArchive({
        'cilium/Chart.yaml': ciliumChart('1.11.20'),
        'cilium/values.yaml': values,
        'cilium/templates/cilium-agent.yaml': '{{ broken',
      }),
    });
    const finding = await runCli(temporaryFolder(test, vendored('kubeProxyReplacement: probe\n')), ['check']);
    assert.equal(finding.status, 1);
    assert.equal(finding.stderr, '');
    assert.match(finding.stdout, /^values\.yaml\n/);
    assert.match(finding.stdout, /Cilium 1\.11\.20 replaces/);
    assert.match(finding.stdout, /^ +\+ {3}hostServices:\n +\+ {5}hostNamespaceOnly: true$/m);
    const cured = vendored('hostServices:\n  hostNamespaceOnly: true\n');
    assert.equal((await runCli(temporaryFolder(test, cured), ['check'])).status, 0);

    const unread = {
      ...umbrella,
      'charts/cilium-1.11.20.tgz': 'version https://git-lfs.github.com/spec/v1\n',
    };
    const { stderr } = await runCli(temporaryFolder(test, unread), ['check']);
    assert.match(stderr, /charts\/cilium-1\.11\.20\.tgz is no intact archive and was left out\.\n$/);
  });

  it('never writes into a packed chart', async (test) => {
    const archive = chartArchive({
      'cilium/Chart.yaml': ciliumChart('1.16.4'),
      'cilium/values.yaml': 'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: false\n',
    });
    const folder = temporaryFolder(test, {
      'shop.yaml': broken['shop.yaml'] ?? '',
      'Chart.yaml': umbrellaChart('1.16.4'),
      'values.yaml': below('cilium', 'ipam:\n  mode: kubernetes\n'),
      'charts/cilium-1.16.4.tgz': archive,
    });
    const { stdout } = await runCli(folder, ['check', '--fix']);
    assert.match(stdout, /^Nothing found/);
    assert.ok(readFileSync(join(folder, 'charts/cilium-1.16.4.tgz')).equals(archive));
    assert.match(
      readFileSync(join(folder, 'values.yaml'), 'utf8'),
      /^ {2}socketLB:\n {4}hostNamespaceOnly: true$/m,
    );
  });

  it('survives files that are no YAML at all', async (test) => {
    const folder = temporaryFolder(test, {
      ...broken,
      'binary.yaml': Buffer.from([0, 1, 2, 0xff, 0xfe, 0x7b, 0x7b]),
      'broken.yaml': 'kubeProxyReplacement: [\n\t{{ oh\n"no\n',
      'empty.yaml': '',
    });
    const { status, stderr } = await runCli(folder, ['check']);
    assert.equal(status, 1);
    assert.equal(stderr, '');
  });

  it('uses colours only where they are wanted', async (test) => {
    const folder = temporaryFolder(test, broken);
    const escape = String.fromCharCode(27);
    assert.ok(!(await runCli(folder, ['check'])).stdout.includes(escape));
    assert.ok((await runCli(folder, ['check'], { FORCE_COLOR: '1' })).stdout.includes(escape));
    assert.ok(!(await runCli(folder, ['check'], { NO_COLOR: '1' })).stdout.includes(escape));
  });

  it('says nothing when its reader has seen enough', (test) => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `c${index}/values.yaml`,
        broken['cilium/values.yaml'] ?? '',
      ]),
    );
    const folder = temporaryFolder(test, { ...broken, ...many });
    const script = '"$0" "$1" check --format json | head -c 10';
    const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, cliPath], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(stdout.length, 10);
    assert.equal(stderr, '');
  });

  const noRoom = { skip: existsSync('/dev/full') ? false : 'there is no /dev/full' };
  it('ends with 2 and one line where its output cannot be written', noRoom, (test) => {
    const folder = temporaryFolder(test, broken);
    for (const command of ['check', 'report --html -']) {
      const script = `"$0" "$1" ${command} > /dev/full`;
      const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, cliPath], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.match(stderr, /^cilium-mesh-lint: The standard output could not be written: .*\n$/);
      assert.equal(status, 2);
    }
  });

  it('runs through a link, as npm installs it', (test) => {
    const folder = temporaryFolder(test, broken);
    symlinkSync(cliPath, join(folder, 'cilium-mesh-lint'));
    const { status, stdout } = spawnSync(process.execPath, ['cilium-mesh-lint', '--version'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });
});

describe('the command line', () => {
  it('explains itself', async (test) => {
    const { status, stdout } = await runCli(temporaryFolder(test, {}), ['--help']);
    assert.equal(status, 0);
    assert.match(stdout, /cilium-mesh-lint check \[PATH…\]/);
  });

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /A command is missing/],
    [['lint'], /There is no command "lint"/],
    [['check', '--formt', 'json'], /--formt/],
    [['check', 'missing/values.yaml'], /There is no file or folder missing\/values\.yaml/],
  ];
  for (const [args, message] of wrong) {
    it(`ends with 2 after \`${args.join(' ')}\``, async (test) => {
      const { status, stdout, stderr } = await runCli(temporaryFolder(test, {}), args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    });
  }
});
