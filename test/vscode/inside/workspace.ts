/** The fixture as the tests see it: a copy that may be changed, and what the extension says of it. */
import assert from 'node:assert/strict';

import {
  type Command,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Extension,
  extensions,
  languages,
  Range,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

export const ruleName = 'socket-lb-bypasses-mesh';

/** The Cilium values and the Namespace that enrols its pods in the mesh. */
export const values = fileOf('cilium/values.yaml');
export const namespace = fileOf('apps/namespace.yaml');

/** The extension of this checkout. */
export function extension(): Extension<unknown> {
  const installed = extensions.getExtension('cilium-mesh-lint.cilium-mesh-lint');
  assert.ok(installed, 'the extension is installed');
  return installed;
}

export function fileOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return Uri.joinPath(folder.uri, path);
}

/** Opens a file as a person does, for good. What an extension opens as a document stays open for minutes behind a closed editor. */
export async function open(file: Uri): Promise<TextEditor> {
  await commands.executeCommand('vscode.open', file, { preview: false });
  return until(`an editor of ${file.path}`, () =>
    window.activeTextEditor?.document.uri.toString() === file.toString()
      ? window.activeTextEditor
      : undefined,
  );
}

/** Closes all editors; changes that are not saved are lost. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** The place of a text in an open document. */
export function placeOf(editor: TextEditor, text: string): Range {
  const start = editor.document.getText().indexOf(text);
  assert.notEqual(start, -1, `“${text}” stands in the document`);
  return new Range(editor.document.positionAt(start), editor.document.positionAt(start + text.length));
}

/** What the Problems list says of a file, as far as it comes from this extension. */
export function problems(file: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(file).filter(({ source }) => source === 'cilium-mesh-lint');
}

/** The rule's name: a code may carry a link. */
export function codeOf({ code }: Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

/** Waits until a rule has so many findings in a file, and returns them in the order of their places. */
export function findingsOf(rule: string, file: Uri, count: number): Promise<readonly Diagnostic[]> {
  return until(`${count} of ${rule} in ${file.path}`, () => {
    const found = problems(file).filter((problem) => codeOf(problem) === rule);
    return found.length === count
      ? found.sort((left, right) => left.range.start.compareTo(right.range.start))
      : undefined;
  });
}

/** Waits for the one problem of the values file. */
export function problemOfValues(): Promise<Diagnostic> {
  return until('the values file has its problem', () => {
    const [problem, ...others] = problems(values).filter((candidate) => codeOf(candidate) === ruleName);
    return others.length === 0 && problem?.severity === DiagnosticSeverity.Error ? problem : undefined;
  });
}

/** Waits until nothing in the values file is said to break anything. */
export async function valuesBreakNothing(): Promise<void> {
  await until('the values file breaks nothing', () =>
    problems(values).every(({ severity }) => severity > DiagnosticSeverity.Warning) ? true : undefined,
  );
}

/** What a command is to be called with. */
export function argumentsOf({ arguments: given }: Command): readonly unknown[] {
  return given ?? [];
}

/** Looks again and again until there is something to see; fails with what was expected after 20 s. */
export async function until<T>(
  what: string | (() => string),
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) {
      const expected = typeof what === 'string' ? what : what();
      assert.fail(`Not seen: ${expected}. Problems:\n${allProblems().join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** As the Problems list shows them, in short. */
function allProblems(): readonly string[] {
  return languages
    .getDiagnostics()
    .flatMap(([{ path }, found]) =>
      found.map(
        (problem) => `${path}:${problem.range.start.line + 1} ${codeOf(problem)}: ${problem.message}`,
      ),
    );
}
