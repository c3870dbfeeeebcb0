/** A Chart.yaml that installs Cilium under its own name; `more` are further lines of the dependency, indented by 4. */
export function umbrellaChart(version: string, more = ''): string {
  return `apiVersion: v2
name: network
version: 0.4.0
dependencies:
  - name: cilium
    version: ${version}
    repository: https://helm.cilium.io
${more}`;
}

/** The Chart.yaml of Cilium itself, as people vendor it. */
export function ciliumChart(version: string): string {
  return `apiVersion: v2\nname: cilium\nversion: ${version}\nappVersion: ${version}\n`;
}

/** Values as they stand below the key of a dependency. */
export function below(key: string, values: string): string {
  return `${key}:\n${values.replaceAll(/^(?=.)/gm, '  ')}`;
}
