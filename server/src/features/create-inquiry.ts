import type { Placed } from '../facts/fact.ts';
import type { FactIndex } from '../workspace/fact-index.ts';
import type { Position } from '../workspace/positions.ts';
import { workspaceOf, type Workspace } from '../workspace/workspace.ts';
import { completionsAt, documentationOf } from './completion/completions-at.ts';
import { definitionAt, referencesAt } from './definition.ts';
import type { FileView } from './file-view.ts';
import { chartCommentsOf, type ChartComments } from './hover/chart-comments.ts';
import { hoverAt } from './hover/hover-at.ts';
import type { Inquiry } from './inquiry.ts';

/**
 * Answers an editor about places in files.
 *
 * @param current the workspace as it stands
 */
export function createInquiry(
  index: FactIndex,
  current: () => Workspace,
  positionAt: (uri: string, offset: number) => Position,
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
      facts: index.files().get(uri)?.facts ?? [],
      workspace,
      comments: commentsIn(workspace),
      positionAt: (at) => positionAt(at.uri, at.span.start),
      factsIn: (text) => index.factsIn(uri, text),
      releasesWith: (facts) => {
        const others = [...index.files()].filter(([other]) => other !== uri);
        const placed = [
          ...others.flatMap(([other, file]) => file.facts.map((fact): Placed => ({ uri: other, fact }))),
          ...facts.map((fact): Placed => ({ uri, fact })),
        ];
        return workspaceOf(placed, index.hasPath, workspace).releases;
      },
    };
  };
  return {
    hover: (place) => hoverAt(place, view(place.uri)),
    completions: (place) => completionsAt(place, view(place.uri)),
    documentation: (uri, topic) => documentationOf(topic, view(uri)),
    definition: (place) => definitionAt(place, view(place.uri)),
    references: (place) => referencesAt(place, view(place.uri)),
  };
}
