import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode, type Encoding } from '../../../server/src/files/encoding.ts';

const bytesOf: Readonly<Record<Encoding, Buffer>> = {
  'utf-8': Buffer.from('a: ü\n', 'utf8'),
  'utf-8-bom': Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from('a: ü\n', 'utf8')]),
  'utf-16le': Buffer.from([0xff, 0xfe, ...Buffer.from('a: ü\n', 'utf16le')]),
  'utf-16be': Buffer.from([0xfe, 0xff, ...Buffer.from('a: ü\n', 'utf16le').swap16()]),
};

for (const [encoding, bytes] of Object.entries(bytesOf)) {
  test(`${encoding} is read without its mark and written back byte for byte`, () => {
    const decoded = decode(bytes);
    assert.deepEqual(decoded, { text: 'a: ü\n', encoding });
    assert.deepEqual(encode(decoded), bytes);
  });
}

test('bytes that are no UTF-8 become replacement characters, and writing them back would not give the file', () => {
  const bytes = Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a]);
  const decoded = decode(bytes);
  assert.equal(decoded.text, 'a: \uFFFD\n');
  assert.notDeepEqual(encode(decoded), bytes);
});

test('an empty file is an empty text', () => {
  assert.deepEqual(decode(Buffer.alloc(0)), { text: '', encoding: 'utf-8' });
});

test('half a character at the end of big-endian UTF-16 is dropped', () => {
  assert.equal(decode(Buffer.from([0xfe, 0xff, 0x00, 0x61, 0x00])).text, 'a');
});
