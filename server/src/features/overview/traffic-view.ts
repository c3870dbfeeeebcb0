import { drawPath, pathInWords } from '../traffic-path/draw.ts';
import { drawTallPath } from '../traffic-path/draw-tall.ts';
import type { TrafficPath } from '../traffic-path/model.ts';
import type { ClusterOverview, Overview } from './model.ts';
import { titleAmongOthers } from './titles.ts';

/** One path as a view shows it: a picture, and the same in words. */
export interface PictureView {
  /** From left to right: SVG, without anything from elsewhere. */
  readonly svg: string;
  /** The same from top to bottom, for narrow places. */
  readonly tallSvg: string;
  readonly summary: string;
  /** The stations, in their order. */
  readonly words: readonly string[];
  readonly isBypassed: boolean;
  readonly lost: readonly string[];
  readonly kept: readonly string[];
}

/** What calls of one install's cluster look like, today and once it is mended. */
export interface TrafficView {
  /** `Cilium 1.16.4 in cluster prod`. */
  readonly title: string;
  readonly mesh: string | undefined;
  /** The first file of the install, by URI. */
  readonly uri: string;
  readonly today: PictureView;
  readonly mended: (PictureView & { readonly setting: string }) | undefined;
}

/** The pictures of all installs that are more than leftovers and examples; of these only where a folder has nothing else. */
export function trafficViews({ clusters }: Overview): readonly TrafficView[] {
  const all = clusters.flatMap((cluster, index) => viewsOfCluster(cluster, `path-${index}`));
  const firm = new Set(all.flatMap(({ isFirm, folder }) => (isFirm ? [folder] : [])));
  return all.filter(({ isFirm, folder }) => isFirm || !firm.has(folder)).map(({ view }) => view);
}

interface ViewInFolder {
  readonly view: TrafficView;
  readonly folder: ClusterOverview['folder'];
  readonly isFirm: boolean;
}

/** @param id begins the ids of its pictures; they say nothing of where files lie, as pictures are passed on */
function viewsOfCluster(cluster: ClusterOverview, id: string): readonly ViewInFolder[] {
  return cluster.installs.flatMap(({ title, at, standing, paths }, install) =>
    paths.map(({ mesh, today, mended }, path) => ({
      folder: cluster.folder,
      isFirm: standing === 'reconciled' || standing === 'installed',
      view: {
        title: titleAmongOthers(title, cluster),
        mesh,
        uri: at.uri,
        today: pictureOf(today, `${id}-${install}-${path}-today`),
        mended: mended && {
          ...pictureOf(mended.path, `${id}-${install}-${path}-mended`),
          setting: mended.setting,
        },
      },
    })),
  );
}

function pictureOf(path: TrafficPath, id: string): PictureView {
  return {
    svg: drawPath(path, id),
    tallSvg: drawTallPath(path, `${id}-tall`),
    summary: path.summary,
    words: pathInWords(path),
    isBypassed: path.verdict === 'mesh-bypassed',
    lost: path.lost,
    kept: path.kept,
  };
}
