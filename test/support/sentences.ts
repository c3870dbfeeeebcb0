/** How many sentences a message has; what stands in code, such as a version or a key, ends none. */
export function sentencesIn(message: string): number {
  const plain = message.replaceAll(/`[^`]*`/g, 'code');
  return plain.split(/[.!?](?=\s|$)/).filter((sentence) => sentence.trim() !== '').length;
}
