import { LogLevel, type LogOutputChannel, workspace } from 'vscode';

const setting = 'ciliumMeshLint.trace.server';

/**
 * Where the language client writes the messages between editor and server: into the log, while the setting says so. The
 * library alone goes by the level of the log, whatever the setting says.
 */
export function messageLog(log: LogOutputChannel): LogOutputChannel {
  const level = (): LogLevel =>
    workspace.getConfiguration().get<string>(setting, 'off') === 'off' ? LogLevel.Off : LogLevel.Trace;
  return {
    ...log,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: (listener, thisArgument, disposables) =>
      workspace.onDidChangeConfiguration(
        (event) => {
          if (event.affectsConfiguration(setting)) listener.call(thisArgument, level());
        },
        undefined,
        disposables,
      ),
    // So that they are seen at the level that a log has unless told otherwise.
    trace: (message) => log.info(message),
  };
}
