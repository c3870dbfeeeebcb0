import {
  CodeActionKind,
  commands,
  env,
  extensions,
  languages,
  MarkdownString,
  UIKind,
  Uri,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
  type Hover,
} from 'vscode';

export interface EditorTest {
  readonly title: string;
  readonly test: () => Promise<void>;
}

const rule = 'socket-lb-bypasses-mesh';

/** One after the other, in one window over the folder test/fixtures/vscode/basic. */
export const tests: readonly EditorTest[] = [
  {
    title: 'the extension runs in the web worker of a browser, over files that it cannot read itself',
    test: async () => {
      await window.showTextDocument(await workspace.openTextDocument(values()));
      await until('the extension is active', () => extension()?.isActive === true || undefined);
      equal(env.uiKind, UIKind.Web);
      ok(!('process' in globalThis) || !('versions' in process), 'there is no Node');
      ok(values().scheme !== 'file', values().toString());
    },
  },
  {
    title: 'the problem is there, with its evidence in a file that is not open',
    test: async () => {
      const { relatedInformation = [], range } = await problem();
      equal(range.start.line, 1);
      ok(
        relatedInformation.some(({ location }) => location.uri.path.endsWith('/apps/namespace.yaml')),
        'the namespace is named',
      );
    },
  },
  {
    title: 'a hover explains the key',
    test: async () => {
      const { range } = await problem();
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        values(),
        range.start,
      );
      const text = hovers.flatMap(({ contents }) =>
        contents.map((content) => (content instanceof MarkdownString ? content.value : '')),
      );
      ok(text.join('\n').includes('socketLB.hostNamespaceOnly'), text.join('\n'));
    },
  },
  {
    title: 'the preferred fix ends the problem, and taking it back brings it again',
    test: async () => {
      const { range } = await problem();
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        values(),
        range,
        CodeActionKind.QuickFix.value,
        20,
      );
      const fix = actions.find(({ isPreferred }) => isPreferred === true);
      ok(fix?.edit !== undefined, actions.map(({ title }) => title).join(', '));
      ok(await workspace.applyEdit(fix.edit), 'the edit is applied');
      ok(
        /socketLB:\n {2}hostNamespaceOnly: true/.test((await workspace.openTextDocument(values())).getText()),
        'set',
      );
      await noProblem();
      await commands.executeCommand('undo');
      await problem();
    },
  },
  {
    title: 'what changes in a closed file is seen',
    test: async () => {
      const namespace = inFolder('apps/namespace.yaml');
      const bytes = await workspace.fs.readFile(namespace);
      const text = new TextDecoder().decode(bytes);
      ok(text.includes('istio-injection: enabled'), text);
      await workspace.fs.writeFile(
        namespace,
        new TextEncoder().encode(text.replace('istio-injection: enabled', 'istio-injection: disabled')),
      );
      await noProblem();
      await workspace.fs.writeFile(namespace, bytes);
      await problem();
    },
  },
  {
    title: 'the page of a rule, the report and the pictures open',
    test: async () => {
      await commands.executeCommand('ciliumMeshLint.explainRule', rule);
      await commands.executeCommand('ciliumMeshLint.showReport');
      await commands.executeCommand('ciliumMeshLint.showTrafficPath');
      const labels = (): string[] =>
        window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      for (const label of [rule, 'Cilium Mesh Lint Report', 'Traffic Paths'])
        await until(`a tab ${label}`, () => labels().some((shown) => shown.includes(label)) || undefined);
    },
  },
  {
    title: 'the server can be restarted',
    test: async () => {
      await commands.executeCommand('ciliumMeshLint.restartServer');
      await problem();
    },
  },
];

function extension() {
  return extensions.getExtension('cilium-mesh-lint.cilium-mesh-lint');
}

function values(): Uri {
  return inFolder('cilium/values.yaml');
}

function inFolder(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  return Uri.joinPath(folder.uri, path);
}

function problems(): readonly Diagnostic[] {
  return languages
    .getDiagnostics(values())
    .filter(({ code }) => (typeof code === 'object' ? code.value : code) === rule);
}

function problem(): Promise<Diagnostic> {
  return until('the problem', () => problems()[0]);
}

async function noProblem(): Promise<void> {
  await until('no problem', () => (problems().length === 0 ? true : undefined));
}

async function until<T>(what: string, look: () => T | undefined): Promise<T> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Not seen: ${what}. Problems: ${JSON.stringify(languages.getDiagnostics(), undefined, 1)}`);
}

function ok(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`Not so: ${what}`);
}

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${String(actual)} instead of ${String(expected)}`);
}
