import type { Fact } from '../../facts/fact.ts';
import type { MeshInstallFact } from '../../facts/mesh-install.ts';
import type { Setting } from '../../facts/settings.ts';
import { switched, switchesOf, type MeshInstall } from '../../knowledge/mesh-installs.ts';
import type { Reading } from '../../knowledge/reading.ts';
import type { Reader } from '../../source/reader.ts';
import type { Span } from '../../yaml/node.ts';
import { deploys } from '../commands/deployment.ts';
import { scriptsInMarkdown } from '../commands/in-files/markdown.ts';
import { scriptKinds, scriptsIn } from '../commands/in-files/scripts-in.ts';
import { pipelinesIn, resolvedCommand } from '../commands/read-commands.ts';
import type { Script } from '../commands/script.ts';
import { installerCall, type InstallerCall } from './installer-call.ts';
import { inlineSwitches, meshRelease, placedSettings } from './release.ts';

/**
 * Meshes that scripts install by their own command lines: `istioctl install --set profile=ambient`, `linkerd install-cni`,
 * `consul-k8s install`, `kumactl install control-plane`. What Markdown shows is an example.
 */
export const meshInstallerReader: Reader = {
  kinds: [...scriptKinds, 'markdown'],
  hints: ['istioctl', 'linkerd install', 'linkerd upgrade', 'linkerd multicluster', 'consul-k8s', 'kumactl'],
  read: (file) => {
    const isExample = file.kind === 'markdown';
    const scripts = isExample ? scriptsInMarkdown(file) : scriptsIn(file);
    return scripts.flatMap((script) => installsIn(script, isExample));
  },
};

function installsIn(script: Script, isExample: boolean): readonly Fact[] {
  return pipelinesIn(script).flatMap(({ pipelines, lookup }) =>
    pipelines.flatMap((pipeline) =>
      pipeline.flatMap((command, stage) => {
        const call = installerCall(resolvedCommand(command, lookup));
        if (call === undefined) return [];
        const isApplied = deploys('template', [], pipeline, stage);
        return factsOf(call, { script, isExample, isApplied });
      }),
    ),
  );
}

interface Circumstances {
  readonly script: Script;
  readonly isExample: boolean;
  /** What the command prints is applied, or kept in a file. */
  readonly isApplied: boolean;
}

function factsOf(call: InstallerCall, about: Circumstances): readonly Fact[] {
  const verbs = call.verbs.join(' ');
  const isRun = !call.flags.has('dry-run');
  if (!isRun) return [];
  switch (call.tool) {
    case 'istioctl':
      return /^(?:install|upgrade|manifest (?:apply|install))$/.test(verbs) ||
        (about.isApplied && verbs === 'manifest generate')
        ? istioParts(call, about)
        : [];
    case 'linkerd':
      return about.isApplied ? chartRelease(linkerdChart(verbs, call), call, about) : [];
    case 'consul-k8s':
      return /^(?:install|upgrade)$/.test(verbs) ? chartRelease('hashicorp/consul', call, about) : [];
    case 'kumactl':
      return about.isApplied && verbs === 'install control-plane'
        ? chartRelease('kuma/kuma', call, about)
        : [];
  }
}

function linkerdChart(verbs: string, { flags }: InstallerCall): string | undefined {
  switch (verbs) {
    case 'install':
    case 'upgrade':
      return flags.has('crds') ? 'linkerd-crds' : 'linkerd-control-plane';
    case 'install-cni':
      return 'linkerd2-cni';
    case 'multicluster install':
      return 'linkerd-multicluster';
    default:
      return undefined;
  }
}

/** Flags that stand for a value of the chart. */
const flagSwitches: ReadonlyMap<string, readonly string[]> = new Map([
  ['linkerd-cni-enabled', ['cniEnabled']],
  ['cni-enabled', ['cni', 'enabled']],
]);

/** The installer brings the chart along. */
function chartRelease(
  chart: string | undefined,
  call: InstallerCall,
  { script, isExample }: Circumstances,
): readonly Fact[] {
  if (chart === undefined) return [];
  const span = spanOf(call, script);
  const byFlags = [...flagSwitches].flatMap(([flag, path]): readonly Setting[] =>
    call.flags.has(flag)
      ? [{ path, value: { kind: 'known', value: true }, keySpan: span, valueSpan: span }]
      : [],
  );
  const name = `${call.tool} ${call.verbs.join(' ')}`;
  return meshRelease({
    via: name,
    chart,
    evidence: [],
    name: chart,
    values: [
      ...call.files.map((path) => ({ kind: 'file', path, base: 'file' }) as const),
      ...inlineSwitches([...placedSettings(call.settings, script), ...byFlags]),
    ],
    ...(isExample ? { isExample } : {}),
    span,
  });
}

/** `istioctl` sets keys of an IstioOperator, below its `spec`. */
function istioParts(call: InstallerCall, { script, isExample }: Circumstances): readonly MeshInstallFact[] {
  const settings = placedSettings(call.settings, script);
  const settingAt = (path: readonly string[]): Setting | undefined =>
    settings.findLast((one) => one.path.join('.') === path.slice(1).join('.'));
  const { on } = switched(switchesOf('IstioOperator'), (path) => readingOf(settingAt(path)));
  const installed = (part: MeshInstall, span: Span, key?: string): MeshInstallFact => ({
    kind: 'mesh-install',
    mesh: part.mesh,
    component: part.component,
    name: 'istiod',
    namespace: undefined,
    version: undefined,
    via: `istioctl ${call.verbs.join(' ')}`,
    key,
    ...(isExample ? { isExample } : {}),
    span,
  });
  return [
    installed({ mesh: 'istio', component: 'control-plane' }, spanOf(call, script)),
    ...on.map((one) =>
      installed(one, settingAt(one.path)?.keySpan ?? spanOf(call, script), one.path.slice(1).join('.')),
    ),
  ];
}

function readingOf(setting: Setting | undefined): Reading {
  if (setting === undefined) return { kind: 'absent' };
  const { value } = setting;
  return value.kind === 'known' ? { kind: 'known', value: value.value } : { kind: 'unknown' };
}

function spanOf({ program, last }: InstallerCall, { placeOf }: Script): Span {
  return { start: placeOf(program.span.start), end: placeOf(last.span.end) };
}
