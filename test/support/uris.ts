/** The URI of a file as an editor writes it: every segment escaped. */
export function uriOf(path: string): string {
  return `file://${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The path of such a URI. */
export function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice('file://'.length));
}
