/** Shorter slices are copies in V8 anyway. */
const shortestView = 13;

/**
 * A copy of a part of a text. V8 makes longer slices as views that keep the whole text in memory, and facts outlive
 * the texts of their files.
 */
export function ownText(part: string): string {
  return part.length < shortestView ? part : ` ${part}`.slice(1);
}
