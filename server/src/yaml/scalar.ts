import type { Scalar } from './node.ts';

const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const trues: ReadonlySet<string> = new Set([
  'true',
  'True',
  'TRUE',
  'yes',
  'Yes',
  'YES',
  'on',
  'On',
  'ON',
  'y',
  'Y',
]);
const falses: ReadonlySet<string> = new Set([
  'false',
  'False',
  'FALSE',
  'no',
  'No',
  'NO',
  'off',
  'Off',
  'OFF',
  'n',
  'N',
]);

/** Of the words above. */
const longestWord = 'false'.length;

const numberStart = /^[-+.0-9]/;
const integerForm = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const floatForm = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const notFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/**
 * What Helm makes of a plain (unquoted, untagged) scalar.
 *
 * Helm reads values with sigs.k8s.io/yaml, which follows YAML 1.1 as go-yaml v2 does: `yes`, `on` and `y` are
 * booleans, `010` is eight, `1_000` a thousand, `1:30` and dates are strings. Observed with Helm 4.1.4.
 *
 * @returns `undefined` for infinities and NaN: Helm refuses a file with one.
 */
export function readPlain(text: string): Scalar | undefined {
  if (text.length <= longestWord) {
    if (nulls.has(text)) return null;
    if (trues.has(text)) return true;
    if (falses.has(text)) return false;
  }
  if (!numberStart.test(text)) return text;
  if (notFinite.test(text)) return undefined;
  return readNumber(text) ?? text;
}

/** A number as Helm reads it, or nothing if the text is none. Integers beyond 2^53 lose digits, there as here. */
export function readNumber(text: string): number | undefined {
  const digits = text.replaceAll('_', '');
  const integer = integerForm.exec(digits);
  if (integer !== null) {
    const [, sign, hexadecimal, binary, octal, decimal] = integer;
    const size =
      hexadecimal !== undefined
        ? Number(`0x${hexadecimal}`)
        : binary !== undefined
          ? Number(`0b${binary}`)
          : octal !== undefined
            ? Number(`0o${octal}`)
            : Number(decimal);
    return sign === '-' && size !== 0 ? -size : size;
  }
  if (!floatForm.test(digits)) return undefined;
  const number = Number(digits);
  return Number.isFinite(number) ? number : undefined;
}

/** The boolean that a text spells in YAML 1.1, or nothing. */
export function readBoolean(text: string): boolean | undefined {
  if (trues.has(text)) return true;
  return falses.has(text) ? false : undefined;
}
