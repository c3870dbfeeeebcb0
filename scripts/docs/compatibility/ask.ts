import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';
import type { MeshLint } from '../../../server/src/features/mesh-lint.ts';
import type { Finding } from '../../../server/src/rules/finding.ts';
import type { CiliumVersion } from '../../../server/src/knowledge/version-range.ts';
import type { SampleMesh } from './sample-meshes.ts';
import { asYaml, type Values } from './values.ts';

const root = 'file:///compatibility/';
const workspaces = new Map<SampleMesh, MeshLint>();

/** What the rules find where one version of Cilium is installed with these values beside a mesh. */
export function findingsFor(mesh: SampleMesh, version: CiliumVersion, values: Values): readonly Finding[] {
  const lint = workspaceOf(mesh);
  lint.update(
    `${root}cilium/Chart.yaml`,
    `apiVersion: v2\nname: cilium-install\nversion: 0.1.0\ndependencies:\n  - name: cilium\n    version: ${version}\n    repository: https://helm.cilium.io\n`,
  );
  lint.update(
    `${root}cilium/values.yaml`,
    asYaml({ 'cilium.ipam.mode': 'cluster-pool', ...belowCilium(values) }),
  );
  return lint.findings();
}

function belowCilium(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`cilium.${key}`, value]));
}

/** A mesh is read once; only Cilium's files change from question to question. */
function workspaceOf(mesh: SampleMesh): MeshLint {
  const known = workspaces.get(mesh);
  if (known !== undefined) return known;
  const lint = createMeshLint();
  for (const [file, text] of Object.entries(mesh.files)) lint.update(root + file, text);
  workspaces.set(mesh, lint);
  return lint;
}

/** The settings that the preferred fixes of findings set. */
export function remediesOf(findings: readonly Finding[]): Values {
  const steps = findings.flatMap(({ fixes }) => fixes.find(({ preferred }) => preferred)?.steps ?? []);
  return Object.fromEntries(
    steps.flatMap((step) => (step.op === 'set' ? [[step.path.join('.'), step.value]] : [])),
  );
}
