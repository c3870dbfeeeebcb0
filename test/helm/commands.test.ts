import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Helm } from '../../scripts/helm/obtain.ts';
import { renderCiliumConfig } from '../../scripts/helm/render.ts';
import { inRange } from '../../server/src/knowledge/version-range.ts';
import { readCases, type CaseFolder } from '../support/cases/read-case.ts';
import { runScript, scriptAt } from '../support/run-commands.ts';
import { charts, helm, reason, versions } from './ready.ts';

const cases = new Map(
  readCases(join(import.meta.dirname, '../cases')).map((folder) => [
    folder.name.replace(/^.*\//, ''),
    folder,
  ]),
);

/** Where the script of each case stands; a file without a path is a script itself. */
const scripts: Readonly<Record<string, readonly [file: string, ...path: readonly string[]]>> = {
  'form-github-actions': ['.github/workflows/cluster.yaml', 'jobs', 'install', 'steps', '1', 'run'],
  'form-github-actions-here-document': [
    '.github/workflows/cluster.yaml',
    'jobs',
    'install',
    'steps',
    '0',
    'run',
  ],
  'form-gitlab-ci': ['.gitlab-ci.yml', 'network', 'script', '0'],
  'form-taskfile': ['Taskfile.yml', 'tasks', 'network', 'cmds', '1', 'cmd'],
  'form-ansible-command': ['roles/network/tasks/main.yml', '0', 'ansible.builtin.command'],
  'form-ansible-command-1.11': ['network.yml', '0', 'tasks', '0', 'ansible.builtin.shell', 'cmd'],
  'form-container-arguments': ['install-job.yaml', 'spec', 'template', 'spec', 'containers', '0', 'command'],
  'form-container-script': [
    'install-job.yaml',
    ...['spec', 'jobTemplate', 'spec', 'template', 'spec', 'initContainers', '0', 'args', '0'],
  ],
  'form-cloud-init-commands': ['user-data.yaml', 'runcmd', '1'],
  'here-document-of-values': ['up.sh'],
  'here-document-written-to-a-file': ['up.sh'],
};

describe(
  'what a real shell hands to real Helm keeps the socket load balancer out of pods after the fix',
  { skip: reason, concurrency: 2 },
  () => {
    for (const [name, [file, ...path]] of Object.entries(scripts)) {
      it(name, async (test) => {
        const folder = cases.get(name);
        assert.ok(helm.kind === 'ready' && folder !== undefined);
        const ready = helm;
        const rendered = (files: CaseFolder['files']): Promise<string | undefined> =>
          hostNamespaceOnly(ready, test, scriptIn(files.get(file) ?? '', path), files);
        assert.notEqual(await rendered(folder.files), 'true');
        assert.equal(await rendered(new Map([...folder.files, ...folder.fixed])), 'true');
      });
    }
  },
);

function scriptIn(text: string, path: readonly string[]): string {
  return path.length === 0 ? text : scriptAt(text, path);
}

async function hostNamespaceOnly(
  ready: Helm,
  test: TestContext,
  script: string,
  files: CaseFolder['files'],
): Promise<string | undefined> {
  const { version = '', flags } = await runScript(test, script, files);
  const minor = /^(\d+\.\d+)/.exec(version)?.[1];
  const chart = versions.findLast((one) => minor === undefined || inRange(one, `~${minor}`));
  assert.ok(chart !== undefined, `a chart like ${version}`);
  const rendered = await renderCiliumConfig(ready, join(charts, `cilium-${chart}.tgz`), {}, flags);
  assert.ok(rendered.kind === 'rendered', rendered.kind === 'refused' ? rendered.message : '');
  return rendered.data.get('bpf-lb-sock-hostns-only');
}
