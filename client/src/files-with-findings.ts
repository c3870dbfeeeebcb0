import { commands, languages, type Disposable, type Uri } from 'vscode';

const source = 'cilium-mesh-lint';
const contextKey = 'ciliumMeshLint.pathsWithFindings';

/**
 * Keeps a context key up to date, by which menus are shown for files with findings alone. It holds paths: a window that shows
 * files of another machine knows them by other URIs than an extension over there.
 */
export function filesWithFindings(): Disposable {
  const found = new Map<string, readonly string[]>();
  const look = (uris: readonly Uri[]): void => {
    let hasChanged = false;
    for (const uri of uris) {
      const key = uri.toString();
      const isFound = languages.getDiagnostics(uri).some((diagnostic) => diagnostic.source === source);
      if (isFound === found.has(key)) continue;
      hasChanged = true;
      // Windows compare the one of files of their own machine, and the other of all else.
      if (isFound) found.set(key, [uri.fsPath, uri.path]);
      else found.delete(key);
    }
    if (hasChanged) {
      const paths = [...new Set([...found.values()].flat())];
      void commands.executeCommand('setContext', contextKey, paths);
    }
  };
  look(languages.getDiagnostics().map(([uri]) => uri));
  return languages.onDidChangeDiagnostics(({ uris }) => look(uris));
}
