import { lossesSection } from './compatibility/losses-section.ts';
import { matrixSection } from './compatibility/matrix.ts';
import { questions } from './compatibility/questions.ts';
import { shortAnswer } from './compatibility/short-answer.ts';
import { socketLbSection } from './compatibility/socket-lb-section.ts';

/**
 * docs/compatibility.md: which versions and settings of Cilium go with which mesh. What turns what on, by version, is
 * asked of knowledge/; how a mesh fares, and what mends it, of the rules themselves.
 */
export function compatibilityPage(): string {
  return [
    introduction,
    shortAnswer(),
    socketLbSection(),
    lossesSection(),
    matrixIntroduction,
    ...questions.map(matrixSection),
    caveats,
  ].join('\n');
}

const introduction = `# Cilium and service meshes: what goes together

Which settings of Cilium break which mesh, by version, and which key mends it. The page is made by \`npm run docs\` from the data and
the rules of Cilium Mesh Lint, which were held against every chart as Helm renders it; it says what the program would say.
Versions without a patch number mean all patches of a minor.

- [The short answer](#the-short-answer), by mesh
- [What turns the socket load balancer on in pods](#what-turns-the-socket-load-balancer-on-in-pods), by version
- [What a mesh loses when its pods are bypassed](#what-a-mesh-loses-when-its-pods-are-bypassed)
- [Settings, versions and meshes](#settings-versions-and-meshes), in full
`;

const matrixIntroduction = `## Settings, versions and meshes

| cell | means |
| --- | --- |
| ✔ fine | the mesh does all it should |
| ▲ weaker | it loses something, or breaks in a common case |
| ✖ broken | what it is there for is lost, or pods do not come up |
| ⊘ refused | this version does not install with these values |

Meshes that fare alike in every version share a column.
`;

const caveats = `## What the page leaves out

- Network policies: see the [rules on policies](rules/README.md#policies).
- The kernel: keeping the socket load balancer out of pods needs Linux 5.7 on the nodes.
- Managed clusters whose provider sets Cilium up, and values handed over in other ways than the chart's keys: the rules know them.
`;
