import { t } from '@vscode/l10n';
import type { DeprecatedUseFact } from '../../facts/deprecated-use.ts';
import type { Placed } from '../../facts/fact.ts';
import { farewellTo, fateOf, type Farewell, type Fate } from '../../knowledge/deprecated-features.ts';
import { pathOf } from '../../source/file.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import type { Finding, Severity } from '../finding.ts';
import { isOvertaken } from '../detection/standing.ts';
import { code } from '../wording/words.ts';
import { adviceOf, timesOf } from './wording.ts';

/** Fields of Cilium's objects that the versions of a cluster deprecate or do not know any more. */
export function deprecatedFieldsIn(
  cluster: Cluster,
  isSample: (path: string) => boolean,
): readonly Finding[] {
  const versions = cluster.candidates
    .filter((release) => !isOvertaken(release, cluster))
    .flatMap((release) => release.versions.versions);
  return ofKind(cluster.facts, 'deprecated-use').flatMap((placed) => {
    const fates = new Set(versions.map((version) => fateOf(placed.fact.use, version)));
    return findingOf(placed, fates, isSample(pathOf(placed.uri)));
  });
}

function findingOf(
  { uri, fact }: Placed<DeprecatedUseFact>,
  fates: ReadonlySet<Fate>,
  isSample: boolean,
): readonly Finding[] {
  const farewell = farewellTo(fact.use);
  const severity = severityOf(fates);
  if (farewell === undefined || severity === undefined) return [];
  const isGone = fates.size === 1 && fates.has('gone');
  return [
    {
      rule: 'deprecated-feature',
      severity: isSample ? 'information' : severity,
      message: messageOf(fact.object, farewell, isGone),
      at: { uri, span: fact.span },
      related: [],
      fixes: [],
    },
  ];
}

function messageOf(object: string, farewell: Farewell & { readonly title: string }, isGone: boolean): string {
  const title = t(farewell.title);
  return isGone
    ? t`${code(object)} uses ${title}: ${timesOf(farewell)}, which the Cilium in use does not know any more. ${adviceOf(farewell)}`
    : t`${code(object)} uses ${title}: ${timesOf(farewell)}. ${adviceOf(farewell)}`;
}

/** Where the version is open, or not all that it may be are concerned, it is for information. */
function severityOf(fates: ReadonlySet<Fate>): Severity | undefined {
  if (fates.size === 1 && fates.has('works')) return undefined;
  const isCertain = fates.size > 0 && !fates.has('works') && !fates.has('will-go');
  return isCertain ? 'warning' : 'information';
}
