/** Files of a folder over HTTP, as a web page of another origin may fetch them: the way to a web extension. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

export interface FileServer {
  readonly port: number;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.cjs': 'text/javascript',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
};

/** Serves a folder on a free port of 127.0.0.1 to whoever asks. */
export async function serveFolder(folder: string): Promise<FileServer> {
  const server = createServer((request, response) => {
    const path = normalize(
      join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)),
    );
    response.setHeader('Access-Control-Allow-Origin', '*');
    const send = async (): Promise<void> => {
      const content = path.startsWith(folder + sep) ? await readFile(path) : undefined;
      response.setHeader('Content-Type', types[extname(path)] ?? 'text/plain');
      response.statusCode = content === undefined ? 403 : 200;
      response.end(content);
    };
    send().catch(() => {
      response.statusCode = 404;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The file server has no port.');
  return {
    port: address.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
