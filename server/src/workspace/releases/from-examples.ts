import { pathOf } from '../../source/file.ts';
import type { ReleaseFacts } from './release-facts.ts';
import type { ReleasePlan } from './plan.ts';

/** Releases that values in a text for people would make, each by itself: nobody knows what they are laid upon. */
export function plansFromExamples(facts: ReleaseFacts, chart: string): readonly ReleasePlan[] {
  return facts.layers
    .filter(({ layer }) => layer.carrier === 'markdown-values' && layer.chart.name === chart)
    .map((placed) => ({
      chart,
      layers: [placed],
      versionTexts: [],
      path: pathOf(placed.uri),
      standing: 'example',
    }));
}
