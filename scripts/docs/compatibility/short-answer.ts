import { stableReleases } from '../../../server/src/knowledge/releases.ts';
import type { CiliumVersion } from '../../../server/src/knowledge/version-range.ts';
import { findingsFor, remediesOf } from './ask.ts';
import { sampleMeshes, type SampleMesh } from './sample-meshes.ts';
import { asYaml, replacement, setting, written, type Values } from './values.ts';

/** By mesh: the settings to have beside kube-proxy replacement, as the fixes of the rules write them. */
export function shortAnswer(): string {
  const version = stableReleases.at(-1) ?? '';
  const rows = sampleMeshes.map((mesh) => {
    const plain = neededBy(mesh, version, replacement(version));
    const masquerading = withoutThose(neededBy(mesh, version, withMasquerading(version)), plain);
    return `| ${mesh.name} | ${listed(plain)} | ${listed(masquerading)} |`;
  });
  return `## The short answer

Beside kube-proxy replacement, in the values of Cilium ${version}:

| mesh | set | and where \`bpf.masquerade: true\` is set |
| --- | --- | --- |
${rows.join('\n')}

One set of values that goes with every mesh of this page:

\`\`\`yaml
${asYaml(recommendedValues(version))}\`\`\`

${onlyWithMasquerading(version)}Older versions spell some of this otherwise: see below. The settings act on new connections and new pods: restart the
agents, then the pods of the mesh.
`;
}

/** Kube-proxy replacement and all that the meshes of the page then need, with masquerading in eBPF or without. */
export function recommendedValues(version: CiliumVersion): Values {
  return { ...replacement(version), ...neededByAll(version, withMasquerading(version)) };
}

function neededByAll(version: CiliumVersion, base: Values): Values {
  return sampleMeshes.reduce<Values>((values, mesh) => ({ ...values, ...neededBy(mesh, version, base) }), {});
}

function onlyWithMasquerading(version: CiliumVersion): string {
  const plain = neededByAll(version, replacement(version));
  const keys = Object.keys(withoutThose(neededByAll(version, withMasquerading(version)), plain));
  return keys.map((key) => `\`${key}\` is needed only where \`bpf.masquerade: true\` is set.\n`).join('');
}

export function withMasquerading(version: CiliumVersion): Values {
  return { ...replacement(version), ...setting('bpfMasquerade', true, version, ['bpf', 'masquerade']) };
}

/** What has to be added to values until no rule has a preferred fix to offer any more. */
function neededBy(mesh: SampleMesh, version: CiliumVersion, base: Values): Values {
  let needed: Values = {};
  for (;;) {
    const more = remediesOf(findingsFor(mesh, version, { ...base, ...needed }));
    if (Object.keys(withoutThose(more, needed)).length === 0) return needed;
    needed = { ...needed, ...more };
  }
}

function withoutThose(values: Values, others: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !(key in others)));
}

function listed(values: Values): string {
  const settings = written(values);
  return settings.length === 0 ? 'nothing' : settings.join('<br>');
}
