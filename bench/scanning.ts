import { WorkspaceDiagnosticRequest } from 'vscode-languageserver/node';
import { statisticsRequest } from '../server/src/lsp/statistics.ts';
import { startOn } from './servers.ts';

/** One reading of a whole workspace. Times in milliseconds, memory in MB. */
export interface ScanningRun {
  /** From the start of the process to the first complete answer on the workspace. */
  readonly answer: number;
  readonly cpu: number;
  readonly peak: number;
  readonly files: number;
  /** Files that the quick scan let through to a parser. */
  readonly parsed: number;
  readonly findings: number;
}

/** Opens a folder in our server and asks for the diagnostics of the workspace. */
export async function scan(folder: string, nodeFlags: readonly string[] = []): Promise<ScanningRun> {
  const server = await startOn('cilium-mesh-lint', folder, nodeFlags);
  try {
    const report = await server.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    const answer = performance.now() - server.started;
    const { cpu, peak } = server.usage();
    const statistics = await server.connection.sendRequest(statisticsRequest);
    return {
      answer,
      cpu,
      peak,
      files: statistics?.files ?? 0,
      parsed: statistics?.read ?? 0,
      findings: report.items.length,
    };
  } finally {
    server.kill();
  }
}
