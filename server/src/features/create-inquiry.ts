import type { Placed } from '../facts/fact.ts';
import type { FactIndex } from '../workspace/fact-index.ts';
import type { Position } from '../workspace/positions.ts';
import { releasesAmong, type Workspace } from '../workspace/workspace.ts';
import { completionsAt, documentationOf } from './completion/completions-at.ts';
import { definitionAt, referencesAt } from './definition.ts';
import { fileReferencesIn, targetsAt } from './file-references.ts';
import type { FileView } from './file-view.ts';
import { chartCommentsOf, type ChartComments } from './hover/chart-comments.ts';
import { hoverAt } from './hover/hover-at.ts';
import { lensesIn } from './lenses/lenses-in.ts';
import type { Overview } from './overview/model.ts';
import { policiesForAt, workloadsSelectedAt } from './policy-links.ts';
import { matching, symbolsOf } from './symbols.ts';
import { valueHintsIn } from './value-hints.ts';
import { askersOfWaypointAt, waypointAskedForAt } from './waypoint-links.ts';
import type { Workloads } from './workloads/model.ts';
import type { Inquiry } from './inquiry.ts';

/** What follows from a workspace, computed once for it. */
export interface InquiryViews {
  readonly overview: () => Overview;
  readonly workloads: () => Workloads;
}

/**
 * Answers an editor about places in files.
 *
 * @param current the workspace as it stands
 * @param views what follows from it for views
 */
export function createInquiry(
  index: FactIndex,
  current: () => Workspace,
  positionAt: (uri: string, offset: number) => Position,
  views: InquiryViews,
): Inquiry {
  let commented: { readonly workspace: Workspace; readonly comments: ChartComments } | undefined;
  const commentsIn = (workspace: Workspace): ChartComments => {
    if (commented?.workspace !== workspace)
      commented = { workspace, comments: chartCommentsOf(index.files()) };
    return commented.comments;
  };
  const view = (uri: string): FileView => {
    const workspace = current();
    return {
      uri,
      facts: (index.files().get(uri)?.facts ?? []).map(({ fact }) => fact),
      workspace,
      comments: commentsIn(workspace),
      positionAt: (at) => positionAt(at.uri, at.span.start),
      hasPath: index.hasPath,
      factsIn: (text) => index.factsIn(uri, text),
      releasesWith: (facts) => {
        const others = [...index.files()].filter(([other]) => other !== uri);
        const placed = [
          ...others.flatMap(([, file]) => file.facts),
          ...facts.map((fact): Placed => ({ uri, fact })),
        ];
        return releasesAmong(placed, index.hasPath, workspace);
      },
    };
  };
  const symbols = (): ReturnType<typeof symbolsOf> => symbolsOf(current(), views.overview());
  return {
    hover: (place) => hoverAt(place, view(place.uri)),
    completions: (place) => completionsAt(place, view(place.uri)),
    documentation: (uri, topic) => documentationOf(topic, view(uri)),
    definition: (place) => {
      const own = view(place.uri);
      return [
        ...definitionAt(place, own),
        ...workloadsSelectedAt(place, own, views.workloads),
        ...waypointAskedForAt(place, own),
        ...targetsAt(place.offset, fileReferencesIn(place.text, own)),
      ];
    },
    fileReferences: (uri, text) => fileReferencesIn(text, view(uri)),
    references: (place) => {
      const own = view(place.uri);
      return [
        ...referencesAt(place, own),
        ...workloadsSelectedAt(place, own, views.workloads),
        ...policiesForAt(place, own, views.workloads),
        ...askersOfWaypointAt(place, own),
      ];
    },
    lenses: (uri) => lensesIn(uri, views.overview(), views.workloads()),
    valueHints: (uri, start, end) => valueHintsIn(view(uri), start, end),
    symbols: (uri) => symbols().filter((symbol) => symbol.uri === uri),
    findSymbols: (query) => matching(symbols(), query),
  };
}
