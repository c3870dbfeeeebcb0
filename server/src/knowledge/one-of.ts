/**
 * Gives a word of the data its type. The schemas beside the data allow no other word, so the error says that a data
 * file was changed without its schema.
 */
export function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) {
    throw new Error(`"${text}" is none of ${words.join(', ')}`);
  }
  return word;
}
