import { RequestType0 } from 'vscode-languageserver';
import { trafficViews, type TrafficView } from '../features/overview/traffic-view.ts';
import { pictureStyle } from '../features/traffic-path/draw.ts';
import { overviewOf } from './overviews.ts';
import type { Root } from './roots.ts';

/** What the panel that draws how calls travel is told. */
export interface Traffic {
  /** CSS that all pictures need, once a page. */
  readonly style: string;
  readonly views: readonly TrafficView[];
}

/** Asks for the pictures of all traffic paths. */
export const trafficRequest = new RequestType0<Traffic | null, never>('ciliumMeshLint/trafficPaths');

/** The pictures of all folders of the workspace. */
export function trafficOf(roots: readonly Root[]): Traffic {
  return { style: pictureStyle, views: trafficViews(overviewOf(roots)) };
}
