/** How a file stores its text. The mark at the front is not part of the text: editors do not count it either. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

/** A text as an editor shows it, and what it takes to write it back in the same form. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Decodes a file as VS Code does: UTF-16 where its byte order mark stands in front, else UTF-8. The mark is taken
 * off, so that offsets agree with those of the open document. Bytes that are no valid UTF-8 become U+FFFD; nothing
 * is thrown.
 */
export function decode(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: bytes.toString('utf16le', 2), encoding: 'utf-16le' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: swapped(bytes.subarray(2)).toString('utf16le'), encoding: 'utf-16be' };
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: bytes.toString('utf8', 3), encoding: 'utf-8-bom' };
  }
  return { text: bytes.toString('utf8'), encoding: 'utf-8' };
}

/**
 * The bytes of a text in an encoding. A file may only be rewritten if `encode(decode(bytes))` gives its bytes again:
 * what `decode` replaced cannot be brought back.
 */
export function encode({ text, encoding }: DecodedText): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  }
}

/** A copy with the bytes of each pair swapped; an odd last byte cannot be half a character and is dropped. */
function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}
