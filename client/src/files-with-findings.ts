import { commands, languages, type Disposable, type Uri } from 'vscode';

const source = 'cilium-mesh-lint';
const contextKey = 'ciliumMeshLint.filesWithFindings';

/** Keeps a context key up to date, by which menus are shown for files with findings alone. */
export function filesWithFindings(): Disposable {
  const found = new Set<string>();
  const look = (uris: readonly Uri[]): void => {
    let hasChanged = false;
    for (const uri of uris) {
      const key = uri.toString();
      const isFound = languages.getDiagnostics(uri).some((diagnostic) => diagnostic.source === source);
      if (isFound === found.has(key)) continue;
      hasChanged = true;
      if (isFound) found.add(key);
      else found.delete(key);
    }
    if (hasChanged) void commands.executeCommand('setContext', contextKey, [...found]);
  };
  look(languages.getDiagnostics().map(([uri]) => uri));
  return languages.onDidChangeDiagnostics(({ uris }) => look(uris));
}
