import { URI } from 'vscode-uri';

/**
 * One spelling for every URI of a place: clients differ in what they percent-encode and in the case of drive letters,
 * and files found on disk must meet the documents that a client opens.
 */
export function canonicalUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The path on disk that a URI stands for, or undefined for anything but files. */
export function fileOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? URI.parse(uri).fsPath : undefined;
}

/** Whether a URI is that of a document that was never saved. */
export function isUnsaved(uri: string): boolean {
  return uri.startsWith('untitled:');
}

/** Whether a URI stands below a folder. Both canonical, the folder without a slash at its end. */
export function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`);
}

/** The path of a URI below a folder, decoded, with forward slashes. */
export function pathBelow(uri: string, folder: string): string {
  return decodeURIComponent(uri.slice(folder.length + 1));
}
