import { effectOf, type MeshEffect, type MeshUse } from '../../../server/src/knowledge/mesh-effects.ts';
import { meshModes, meshNames, type MeshMode, type MeshName } from '../../../server/src/knowledge/meshes.ts';
import { meshTitle } from '../../../server/src/rules/wording/mesh-words.ts';

/** What each mesh loses when the socket load balancer runs in its pods. */
export function lossesSection(): string {
  const rows = meshNames.flatMap((mesh) => meshModes.flatMap((mode) => rowsFor(mesh, mode)));
  return `## What a mesh loses when its pods are bypassed

| mesh | fares | loses | keeps | source |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

"By inference": no source says so of this mesh; it follows from how its proxies tell one Service from another.
`;
}

const uses: readonly (MeshUse & { readonly title: string })[] = [
  { title: ' with waypoints', waypoints: true },
  { title: ' multicluster', multicluster: true },
];

function rowsFor(mesh: MeshName, mode: MeshMode): readonly string[] {
  const plain = effectOf(mesh, mode);
  if (plain === undefined) return [];
  const special = uses.flatMap(({ title, ...use }) => {
    const effect = effectOf(mesh, mode, use);
    return effect === undefined || effect.source === plain.source
      ? []
      : [row(titleOf(mesh, mode) + title, effect)];
  });
  return [...special, row(titleOf(mesh, mode), plain)];
}

function row(title: string, { severity, loses, keeps, inferred, source }: MeshEffect): string {
  const fares = { error: '✖ broken', warning: '▲ weaker', none: '✔ fine' }[severity];
  const words = (texts: readonly string[]): string => (texts.length === 0 ? '' : texts.join(', '));
  return `| ${title} | ${fares} | ${words(loses)} | ${words(keeps)} | [${inferred ? 'by inference' : 'source'}](${source}) |`;
}

function titleOf(mesh: MeshName, mode: MeshMode): string {
  if (mesh !== 'istio') return meshTitle(mesh);
  return mode === 'ambient' ? 'Istio ambient' : 'Istio sidecars';
}
