import type { Scalar } from './node.ts';

const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUES: ReadonlySet<string> = new Set([
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
const FALSES: ReadonlySet<string> = new Set([
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

const NUMBER_START = /^[-+.0-9]/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/**
 * What Helm makes of a plain (unquoted, untagged) scalar.
 *
 * Helm reads values with sigs.k8s.io/yaml, which follows YAML 1.1 as go-yaml v2 does: `yes`, `on` and `y` are
 * booleans, `010` is eight, `1_000` a thousand, `1:30` and dates are strings. Observed with Helm 4.1.4.
 *
 * @returns `undefined` for infinities and NaN: Helm refuses a file with one.
 */
export function readPlain(text: string): Scalar | undefined {
  if (NULLS.has(text)) return null;
  if (TRUES.has(text)) return true;
  if (FALSES.has(text)) return false;
  if (!NUMBER_START.test(text)) return text;
  if (NOT_FINITE.test(text)) return undefined;
  return readNumber(text) ?? text;
}

/** A number as Helm reads it, or nothing if the text is none. Integers beyond 2^53 lose digits, there as here. */
export function readNumber(text: string): number | undefined {
  const digits = text.replaceAll('_', '');
  const integer = INTEGER.exec(digits);
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
  if (!FLOAT.test(digits)) return undefined;
  const number = Number(digits);
  return Number.isFinite(number) ? number : undefined;
}

/** The boolean that a text spells in YAML 1.1, or nothing. */
export function readBoolean(text: string): boolean | undefined {
  if (TRUES.has(text)) return true;
  return FALSES.has(text) ? false : undefined;
}
