/**
 * A short text that two different texts have in common only by a rare accident; nobody is to be deceived who tries.
 * FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), twice, from two beginnings.
 */
export function digest(text: string): string {
  return [0x811c9dc5, 0x01234567].map((start) => fnv(text, start).toString(36)).join('-');
}

function fnv(text: string, start: number): number {
  let sum = start;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
