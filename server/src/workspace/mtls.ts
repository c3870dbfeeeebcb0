import type { Placed } from '../facts/fact.ts';
import type { MtlsMode, PeerAuthenticationFact } from '../facts/mesh-policy.ts';
import type { Answer } from '../knowledge/condition.ts';
import type { PodSet } from './members.ts';
import { ofKind } from './of-kind.ts';
import { remembered } from './remembered.ts';
import { isOwnNamespace } from './own-namespace.ts';
import { allOf } from './policies/answers.ts';
import { selects } from './policies/select-labels.ts';

/**
 * Whether Istio encrypts what its members send to each other: it does, unless PeerAuthentications switch that off for the
 * receiver. Of these a selector for the workload comes before the namespace, and that before the mesh; `UNSET` leaves it
 * to the next one (https://istio.io/latest/docs/concepts/security/#peer-authentication). Of several on one level the
 * oldest counts, which no file shows. A DestinationRule, or a mesh without automatic mTLS, may have callers speak plain text.
 */
export interface Mtls {
  /**
   * Whether calls between members of the mesh reach these pods, with sidecars, in plain text.
   *
   * @param port of the container; absent for any port that no PeerAuthentication names
   */
  readonly isOff: (pods: PodSet, port: number | undefined) => Answer;
}

/** Where a mesh keeps what holds for all of it, unless it was told otherwise. */
export const rootNamespace = 'istio-system';

type Modes = ReadonlySet<MtlsMode | 'unknown'>;

/** What the facts of a cluster say of mTLS in Istio. */
export const mtlsIn = remembered((facts: readonly Placed[]): Mtls => {
  const all = ofKind(facts, 'peer-authentication');
  const plain = ofKind(facts, 'plain-text-calls');
  return {
    isOff: (pods, port) => {
      const modes = inherited([
        modesOf(all, (one) => isForWorkload(one, pods), port),
        modesOf(all, (one) => isForNamespace(one, pods), undefined),
        modesOf(all, ({ fact }) => (isForMesh(fact) ? 'yes' : 'no'), undefined),
      ]);
      if ([...modes].every((mode) => mode === 'DISABLE')) return 'yes';
      const mayBePlain = plain.some(({ fact: { namespace } }) => isMaybe(namespace, pods.namespace));
      return modes.has('DISABLE') || modes.has('unknown') || mayBePlain ? 'unknown' : 'no';
    },
  };
});

/** What may be in force, from the narrowest level to the widest; where none says anything, both is accepted. */
function inherited(levels: readonly Modes[]): Modes {
  const [narrowest, ...wider] = levels;
  if (narrowest === undefined) return new Set(['PERMISSIVE'] as const);
  if (!narrowest.has('UNSET')) return narrowest;
  return new Set([...[...narrowest].filter((mode) => mode !== 'UNSET'), ...inherited(wider)]);
}

/** The modes that a level may come to. */
function modesOf(
  all: readonly Placed<PeerAuthenticationFact>[],
  applies: (one: Placed<PeerAuthenticationFact>) => Answer,
  port: number | undefined,
): Modes {
  const found = all
    .map((one) => ({ answer: applies(one), modes: modesFor(one.fact, port) }))
    .filter(({ answer }) => answer !== 'no');
  const isSure = found.some(({ answer }) => answer === 'yes');
  return new Set([...(isSure ? [] : (['UNSET'] as const)), ...found.flatMap(({ modes }) => modes)]);
}

function modesFor(
  { mode, portModes, portModesOpen }: PeerAuthenticationFact,
  port: number | undefined,
): readonly (MtlsMode | 'unknown')[] {
  const own = port === undefined ? undefined : portModes[String(port)];
  if (own === undefined) return port !== undefined && portModesOpen ? [mode, 'unknown'] : [mode];
  return [own === 'UNSET' ? mode : own];
}

/** One with a selector in the root namespace is for nobody (istio pilot/pkg/model/authentication.go). */
function isForWorkload(one: Placed<PeerAuthenticationFact>, pods: PodSet): Answer {
  const { fact } = one;
  if (fact.selector === undefined || fact.namespace === rootNamespace) return 'no';
  return allOf([isOwnNamespace(one, pods), selects(fact.selector, pods.labels)]);
}

function isForNamespace(one: Placed<PeerAuthenticationFact>, pods: PodSet): Answer {
  return one.fact.selector !== undefined || isForMesh(one.fact) ? 'no' : isOwnNamespace(one, pods);
}

function isForMesh({ selector, namespace }: PeerAuthenticationFact): boolean {
  return selector === undefined && namespace === rootNamespace;
}

function isMaybe(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
