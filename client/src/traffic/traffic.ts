/** What the server says of how calls travel (`ciliumMeshLint/trafficPaths`). */
export interface Traffic {
  /** CSS that all pictures need. */
  readonly style: string;
  readonly views: readonly TrafficView[];
}

/** Calls of one install's cluster, today and once it is mended. */
export interface TrafficView {
  readonly title: string;
  readonly mesh: string | undefined;
  readonly uri: string;
  readonly today: PictureView;
  readonly mended: (PictureView & { readonly setting: string }) | undefined;
}

/** One path: a picture, and the same in words. */
export interface PictureView {
  /** From left to right. */
  readonly svg: string;
  /** From top to bottom. */
  readonly tallSvg: string;
  readonly summary: string;
  readonly words: readonly string[];
  readonly isBypassed: boolean;
  readonly lost: readonly string[];
  readonly kept: readonly string[];
}
