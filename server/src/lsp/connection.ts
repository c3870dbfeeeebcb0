import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type Connection,
} from 'vscode-languageserver/node';

/** A connection over the streams that the process was started with. It ends the process when they end. */
export function stdioConnection(): Connection {
  return createConnection(process.stdin, process.stdout);
}

/** A connection over the channel of a parent process that forked this one, as VS Code does. */
export function ipcConnection(): Connection {
  return createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
}
