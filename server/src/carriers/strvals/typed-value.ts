import type { Scalar } from '../../yaml/node.ts';

const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;

/**
 * What `--set` makes of a value's text: true, false and null in any case, 64-bit integers without a leading zero
 * (rounded to what a JavaScript number can hold), else the text. `yes`, `1.5` and `01` stay text.
 */
export function typedValue(text: string): Scalar {
  switch (text.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    case '0':
      return 0;
  }
  if (!/^[+-]?\d+$/.test(text) || text.startsWith('0')) return text;
  const integer = BigInt(text.replace('+', ''));
  return integer < minInt64 || integer > maxInt64 ? text : Number(integer);
}
