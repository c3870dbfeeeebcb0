import type { Connection } from 'vscode-languageserver';
import type { FileHost } from '../files/host.ts';

/** What a server gets from wherever it runs. */
export interface Platform {
  readonly connection: Connection;
  /** The files of this machine, where the server can read them itself. */
  readonly disk: FileHost | undefined;
}
