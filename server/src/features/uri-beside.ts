import { URI } from 'vscode-uri';

/** The URI of a decoded path in the file system of another URI, in the one spelling that every URI has here. */
export function uriBeside(uri: string, path: string): string {
  return URI.parse(uri).with({ path }).toString();
}
