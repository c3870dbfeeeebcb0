import assert from 'node:assert/strict';

import { afterEach, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, DiagnosticSeverity, Uri, window, workspace } from 'vscode';

import { actionsAt, apply } from '../actions.ts';
import { labelOf, suggestionsAt } from '../asking.ts';
import { changeOnDisk, read } from '../files.ts';
import { inFolder } from '../in-folder.ts';
import { memoryFileSystem } from '../memory-files.ts';
import { closeAll, codeOf, open, placeOf, problems, ruleName, until } from '../workspace.ts';

const { Error: error, Warning: warning, Information: information } = DiagnosticSeverity;
const north = inFolder('north', 'cilium/values.yaml');
/** Of a folder whose configuration file makes the finding an information. */
const south = inFolder('south', 'cilium/values.yaml');
const bare = inFolder('bare', 'cilium/values.yaml');

describe('In a workspace of several folders', () => {
  before(() => {
    const names = workspace.workspaceFolders?.map(({ name }) => name);
    assert.deepEqual(names, ['north', 'south', 'No Mesh']);
  });
  afterEach(closeAll);

  it('each has its findings, by its own configuration file', async () => {
    await open(north);
    await found(north, error);
    await found(south, information);
  });

  it('evidence comes from the same folder', async () => {
    for (const [file, folder] of [
      [north, 'north'],
      [south, 'south'],
    ] as const) {
      await open(file);
      const own = inFolder(folder, '').toString();
      const evidence = problems(file).flatMap(({ relatedInformation = [] }) => relatedInformation);
      assert.ok(evidence.length > 0);
      for (const { location } of evidence) assert.ok(location.uri.toString().startsWith(own));
    }
  });

  it('a mesh in one is no evidence in another', async () => {
    await open(bare);
    await found(north, error);
    assert.equal(severityIn(bare), DiagnosticSeverity.Hint);
  });

  it('a fix mends the folder that it is applied in', async () => {
    const editor = await open(south);
    await found(south, information);
    const actions = await actionsAt(south, placeOf(editor, 'kubeProxyReplacement'), 'quickfix');
    const fix = actions.find(({ isPreferred }) => isPreferred === true);
    assert.ok(fix);
    await apply(fix);
    await found(south, undefined);
    await found(north, error);
    assert.deepEqual(
      workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
      [south.toString()],
    );
  });

  it('a configuration file that changes concerns its folder alone', async () => {
    const file = inFolder('south', '.cilium-mesh-lint.yaml');
    const restore = await changeOnDisk(file, 'information', 'off');
    try {
      await found(south, undefined);
      await found(north, error);
    } finally {
      await restore();
    }
    await found(south, information);
  });
});

describe('Settings of one folder of several', () => {
  afterEach(closeAll);

  it('change severities there alone', async () => {
    await withSetting(north, 'severity', { [ruleName]: 'warning' }, async () => {
      await found(north, warning);
      await found(south, information);
    });
    await withSetting(south, 'severity', { [ruleName]: 'off' }, async () => {
      await found(south, undefined);
      await found(north, error);
    });
  });

  it('exclude files there alone', async () => {
    await withSetting(north, 'exclude', ['cilium/**'], async () => {
      await found(north, undefined);
      await found(south, information);
    });
  });

  it('switch off checks there alone', async () => {
    await withSetting(south, 'enable', false, async () => {
      await found(south, undefined);
      await found(north, error);
    });
  });

  it('switch off completion there alone', async () => {
    await withSetting(north, 'completion.enabled', false, async () => {
      await until('nothing of ours in the one', async () =>
        (await keysOffered(north)).includes('socketLB') ? undefined : true,
      );
      assert.ok((await keysOffered(south)).includes('socketLB'));
    });
    await until('keys in both', async () =>
      (await keysOffered(north)).includes('socketLB') ? true : undefined,
    );
  });

  it('stand before those of the workspace', async () => {
    const settings = workspace.getConfiguration('ciliumMeshLint', north);
    await settings.update('severity', { [ruleName]: 'warning' }, ConfigurationTarget.Workspace);
    try {
      await found(north, warning);
      await found(south, warning);
      await withSetting(south, 'severity', { [ruleName]: 'error' }, async () => {
        await found(south, error);
        await found(north, warning);
      });
    } finally {
      await settings.update('severity', undefined, ConfigurationTarget.Workspace);
    }
    await found(north, error);
  });
});

describe('The view of workloads over several folders', () => {
  afterEach(closeAll);

  it('calls folders as the editor does', async () => {
    await found(north, error);
    await commands.executeCommand('ciliumMeshLint.showWorkloadsAsText');
    const text = await until('the text', () => {
      const { document } = window.activeTextEditor ?? {};
      return document?.uri.scheme === 'cilium-mesh-lint' ? document.getText() : undefined;
    });
    assert.deepEqual(text.match(/^\S.*$/gm), ['north', 'south', 'No Mesh']);
  });
});

describe('A folder', () => {
  const late = inFolder('late', 'cilium/values.yaml');
  afterEach(closeAll);

  it('that is added is checked, and forgotten when it is removed', async () => {
    const count = workspace.workspaceFolders?.length ?? 0;
    assert.equal(severityIn(late), undefined);
    assert.ok(workspace.updateWorkspaceFolders(count, 0, { uri: inFolder('late', '') }));
    await found(late, error);
    await found(north, error);
    assert.ok(workspace.updateWorkspaceFolders(count, 1));
    await found(late, undefined);
    await found(north, error);
  });

  it('that is removed leaves an open document to itself: without the mesh beside it', async () => {
    const count = workspace.workspaceFolders?.length ?? 0;
    await open(late);
    assert.ok(workspace.updateWorkspaceFolders(count, 0, { uri: inFolder('late', '') }));
    await found(late, error);
    assert.ok(workspace.updateWorkspaceFolders(count, 1));
    await found(late, DiagnosticSeverity.Hint);
  });
});

describe('A folder of another file system', () => {
  afterEach(closeAll);

  it('that is added is checked, its open documents as they are typed', async () => {
    const [shop, text] = [inFolder('north', 'apps/namespace.yaml'), inFolder('north', 'cilium/values.yaml')];
    const files = {
      '/far/apps/namespace.yaml': await read(shop),
      '/far/cilium/values.yaml': await read(text),
    };
    const fileSystem = memoryFileSystem('memory', files);
    const far = Uri.from({ scheme: 'memory', path: '/far/cilium/values.yaml' });
    const count = workspace.workspaceFolders?.length ?? 0;
    try {
      assert.ok(workspace.updateWorkspaceFolders(count, 0, { uri: Uri.joinPath(far, '../..') }));
      await found(far, error);
      await open(far);
      await until('keys', async () => ((await keysOffered(far)).includes('socketLB') ? true : undefined));
      await found(north, error);
    } finally {
      await closeAll();
      assert.ok(workspace.updateWorkspaceFolders(count, 1));
      // The editor may keep the document for a while: alone, without the mesh.
      await until('no error', () => (severityIn(far) === error ? undefined : true));
      fileSystem.dispose();
    }
  });
});

/** Waits until the rule speaks of a file this loudly, or not at all. */
async function found(file: Uri, severity: DiagnosticSeverity | undefined): Promise<void> {
  await until(`${file.path} has ${String(severity)}`, () =>
    severityIn(file) === severity ? true : undefined,
  );
}

function severityIn(file: Uri): DiagnosticSeverity | undefined {
  return problems(file).find((problem) => codeOf(problem) === ruleName)?.severity;
}

async function withSetting(
  file: Uri,
  name: string,
  value: unknown,
  check: () => Promise<void>,
): Promise<void> {
  const settings = workspace.getConfiguration('ciliumMeshLint', file);
  await settings.update(name, value, ConfigurationTarget.WorkspaceFolder);
  try {
    await check();
  } finally {
    await settings.update(name, undefined, ConfigurationTarget.WorkspaceFolder);
  }
}

async function keysOffered(file: Uri): Promise<readonly string[]> {
  const editor = await open(file);
  const { document } = editor;
  return (await suggestionsAt(editor, document.positionAt(document.getText().length))).map(labelOf);
}
