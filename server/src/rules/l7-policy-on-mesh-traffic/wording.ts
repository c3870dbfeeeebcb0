import { t } from '@vscode/l10n';
import type { Related } from '../finding.ts';
import { code, listedAtMost, unique } from '../wording/words.ts';
import { authorizationRules } from './authorization.ts';
import type { HiddenRequests, Member } from './detect.ts';

/** Fact, consequence, action. */
export function hiddenMessage({
  policy: { fact },
  rules: { parser },
  direction,
  mode,
  subjects,
  peers,
  isForAnybody,
}: HiddenRequests): string {
  const protocol = parser === 'http' ? 'HTTP' : 'Kafka';
  const others = isForAnybody ? t('others in the mesh') : named(peers);
  const calls =
    direction === 'ingress'
      ? t`calls to ${named(subjects)} from ${others}`
      : t`calls from ${named(subjects)} to ${others}`;
  const policy = code(`${fact.resource} ${fact.name}`);
  if (mode === 'ambient') {
    return t`${policy} has ${protocol} rules for ${calls}, which travel encrypted to port 15008 in Istio's ambient mode. Cilium never sees a request in them: it refuses the calls, or lets them pass unread where 15008 is allowed. Write an AuthorizationPolicy of Istio instead, and keep Cilium to ports.`;
  }
  const answer = parser === 'http' ? t('answers with 503') : t('refuses them');
  return t`${policy} has ${protocol} rules for ${calls}, which Istio's sidecars encrypt. Cilium finds no ${protocol} in them and ${answer}. Write an AuthorizationPolicy of Istio instead, and keep Cilium to ports.`;
}

/** What makes them members of the mesh, and what an AuthorizationPolicy would say. */
export function evidenceFor(hidden: HiddenRequests): readonly Related[] {
  const members = unique([...hidden.subjects, ...hidden.peers].map(placeOf)).slice(0, 3);
  const shown = members.flatMap(
    (place) => [...hidden.subjects, ...hidden.peers].find((one) => placeOf(one) === place) ?? [],
  );
  return [
    ...shown.map(({ pods, membership: { by } }) => ({
      at: { uri: by.uri, span: by.fact.span },
      message: t`${nameOf(pods)} takes part in Istio by ${code(by.fact.key)}.`,
    })),
    ...sketchFor(hidden),
  ];
}

function sketchFor({ policy, rules, direction, peers, isForAnybody }: HiddenRequests): readonly Related[] {
  if (direction === 'egress') return [];
  const text = authorizationRules(rules, isForAnybody ? [] : peers);
  if (text === undefined) return [];
  return [
    {
      at: { uri: policy.uri, span: rules.span },
      message: t`As an AuthorizationPolicy, for the same pods: ${code(text)}.`,
    },
  ];
}

function placeOf({ membership: { by } }: Member): string {
  return `${by.uri} ${by.fact.span.start}`;
}

function named(members: readonly Member[]): string {
  return listedAtMost(unique(members.map(({ pods }) => nameOf(pods))), 3);
}

function nameOf({ workload, namespace }: Member['pods']): string {
  if (workload !== undefined) return code(workload.fact.name);
  return namespace === undefined ? t('pods of the mesh') : t`pods of ${code(namespace)}`;
}
