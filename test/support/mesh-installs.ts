import type { Placed } from '../../server/src/facts/fact.ts';
import { ofKind } from '../../server/src/workspace/of-kind.ts';
import { pathOf } from './uris.ts';
import { workspaceOf } from './workspace.ts';

/**
 * Each installed part of a mesh in some files: `istio cni-plugin 1.24.0 by HelmRelease istio-cni`, the key that says so,
 * the file.
 */
export function installsIn(files: Readonly<Record<string, string>>): readonly string[] {
  return describe(workspaceOf(files).facts);
}

function describe(facts: readonly Placed[]): readonly string[] {
  return ofKind(facts, 'mesh-install').map(({ uri, fact }) => {
    const { mesh, component, version, via, key, isExample } = fact;
    const parts = [mesh, component, version, 'by', via, key === undefined ? undefined : `(${key})`];
    const file = pathOf(uri).replace('/repo/', '');
    return [...parts, isExample === true ? 'as an example' : undefined, 'in', file]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}

/** A HelmRelease of Flux. */
export function helmRelease(name: string, spec: string): string {
  return `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: ${name}\n  namespace: mesh\nspec:\n${spec}`;
}
