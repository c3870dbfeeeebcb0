/**
 * Packed charts, as `helm dependency update` and `helm pull` leave them: `charts/cilium-1.14.2.tgz`. Their texts are known
 * under paths below that of the archive, such as `charts/cilium-1.14.2.tgz/cilium/values.yaml`.
 */

/** In the `charts/` of another chart, where Helm passes over what begins with a dot or an underscore; or a release of Cilium. */
const archiveName = /(?:^|\/)(?:charts\/[^/._][^/]*|(?:[^/]+-)?cilium-v?\d[^/]*)\.(?:tgz|tar\.gz)$/;

/** Whether the file at a path may be a packed chart that installs Cilium. Paths have forward slashes. */
export function isChartArchive(path: string): boolean {
  return path.endsWith('gz') && archiveName.test(path);
}

/** The path of the archive that a file lies packed in; absent for files that lie there themselves. */
export function archiveAround(path: string): string | undefined {
  if (!path.includes('gz/')) return undefined;
  const archive = /^.*?\.(?:tgz|tar\.gz)(?=\/)/.exec(path)?.[0];
  return archive !== undefined && isChartArchive(archive) ? archive : undefined;
}
