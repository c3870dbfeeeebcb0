import { hostNamespaceOnlyKey, socketLbVerdict } from '../../../server/src/knowledge/socket-lb.ts';
import type { SettingScalar } from '../../../server/src/knowledge/reading.ts';
import { keyOf } from '../../../server/src/knowledge/setting-keys.ts';
import type { CiliumVersion } from '../../../server/src/knowledge/version-range.ts';
import { isTaken, knowsKeys, reading, replacement, setting, type Values } from './values.ts';
import { joinedSpans, newestOf, versionSpans } from './version-spans.ts';

/** What people write at `kubeProxyReplacement`; which of it means what is asked of the data. */
const writtenThere: readonly SettingScalar[] = [true, false, 'strict', 'probe', 'partial', 'disabled'];

/** By version: what turns the socket load balancer on in pods, and which key keeps it out of them. */
export function socketLbSection(): string {
  const rows = joinedSpans(versionSpans().map((span) => ({ span, answer: rowFor(newestOf(span)) })));
  const lines = rows.map(({ versions, answer }) => `| ${[versions, ...answer].join(' | ')} |`);
  return `## What turns the socket load balancer on in pods

| Cilium | with nothing set | on by \`kubeProxyReplacement\` | on by \`socketLB.enabled: true\` beside \`kubeProxyReplacement\` | refuses \`kubeProxyReplacement\` | kept out of pods by | in a \`cilium-config\` |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}

Up to 1.11 the key is \`hostServices.enabled\`, not \`socketLB.enabled\`.
${noCure()}`;
}

function rowFor(version: CiliumVersion): readonly string[] {
  const enabled = setting('socketLbEnabled', true, version, ['socketLB', 'enabled']);
  const taken = writtenThere.filter((value) => isTaken(version, { kubeProxyReplacement: value }));
  const on = taken.filter((value) => isInPods(version, { kubeProxyReplacement: value }));
  const withKey = taken.filter(
    (value) => !on.includes(value) && isInPods(version, { kubeProxyReplacement: value, ...enabled }),
  );
  const beside = [
    ...(!isInPods(version, {}) && isInPods(version, enabled) ? ['not set'] : []),
    ...withKey.map(code),
  ];
  return [
    isInPods(version, {}) ? 'on' : 'off',
    list(on.map(code)),
    list(beside),
    list(writtenThere.filter((value) => !taken.includes(value)).map(code)),
    list(keptOutBy(version)),
    list((keyOf('hostNamespaceOnly', version, 'agent') ?? []).map((flag) => `\`${flag}: "true"\``)),
  ];
}

function keptOutBy(version: CiliumVersion): readonly string[] {
  const key = hostNamespaceOnlyKey(version)?.join('.');
  const gateway = setting('gatewayApi', true, version, ['gatewayAPI', 'enabled']);
  const values = { ...replacement(version), ...gateway };
  const isByGateway = knowsKeys(version, values) && placeOf(version, values) === 'host-only';
  return [
    ...(key === undefined ? ['nothing: upgrade'] : [`\`${key}: true\``]),
    ...(isByGateway ? ['`gatewayAPI.enabled: true`'] : []),
  ];
}

/** Said only while it is true of every version that has the key. */
function noCure(): string {
  const isTrue = versionSpans().every((span) => {
    const version = newestOf(span);
    const off = setting('socketLbEnabled', false, version, ['socketLB', 'enabled']);
    return isInPods(version, { ...replacement(version), ...off });
  });
  return isTrue
    ? '`socketLB.enabled: false` is no cure in any version: kube-proxy replacement turns the socket load balancer on whatever that key says.\n'
    : '';
}

function placeOf(version: CiliumVersion, values: Values): string {
  return socketLbVerdict(version, reading(values)).place;
}

function isInPods(version: CiliumVersion, values: Values): boolean {
  return placeOf(version, values) === 'in-pods';
}

function code(value: SettingScalar): string {
  return `\`${String(value)}\``;
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? 'none' : texts.join(', ');
}
