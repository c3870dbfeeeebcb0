import { inRange } from './version-range.ts';
import type { KeyPath, Read, Reading, SettingScalar } from './reading.ts';

/**
 * What a row of the data asks of the value at one key. Every property given must hold.
 * Texts are compared with the value as Helm would print it, scalars of other types with the value itself.
 */
export interface Condition {
  readonly path: KeyPath;
  /** `agent` for a flag of a `cilium-config`; the chart's values otherwise. */
  readonly dialect?: string | undefined;
  readonly isOneOf?: readonly SettingScalar[] | undefined;
  readonly isNoneOf?: readonly SettingScalar[] | undefined;
  /** JSON type names: `string`, `number`, `boolean`. */
  readonly hasForm?: readonly string[] | undefined;
  /** A semver range that the value, read as a version such as `1.9`, lies in. */
  readonly isVersionIn?: string | undefined;
  /** Absent, null, or one of Helm's empty scalars. */
  readonly isEmpty?: boolean | undefined;
  /** An empty scalar, null included, stands in the place of what the chart has there by default. */
  readonly isCleared?: boolean | undefined;
  /** Present and not null. */
  readonly isSet?: boolean | undefined;
  readonly isOn?: boolean | undefined;
}

/** The answer of a question about values that may be unknown. */
export type Answer = 'yes' | 'no' | 'unknown';

/** What was asked of an installation: the same for most of the versions that it may be. */
const asked = new WeakMap<Read, Map<readonly Condition[], Answer>>();

/** Whether all conditions hold: `no` as soon as one fails, even when others are unknown. */
export function allHold(conditions: readonly Condition[], read: Read): Answer {
  if (conditions.length === 0) return 'yes';
  let answers = asked.get(read);
  if (answers === undefined) {
    answers = new Map();
    asked.set(read, answers);
  }
  let answer = answers.get(conditions);
  if (answer === undefined) {
    answer = allHoldNow(conditions, read);
    answers.set(conditions, answer);
  }
  return answer;
}

function allHoldNow(conditions: readonly Condition[], read: Read): Answer {
  let answer: Answer = 'yes';
  for (const condition of conditions) {
    const one = holds(condition, read(condition.path, condition.dialect === 'agent' ? 'agent' : 'helm'));
    if (one === 'no') {
      return 'no';
    }
    answer = one === 'unknown' ? 'unknown' : answer;
  }
  return answer;
}

function holds(condition: Condition, reading: Reading): Answer {
  if (reading.kind === 'unknown') {
    return 'unknown';
  }
  const value = reading.kind === 'known' ? reading.value : null;
  const isMet =
    (condition.isOneOf === undefined || condition.isOneOf.some((listed) => isSame(listed, value))) &&
    condition.isNoneOf?.some((listed) => isSame(listed, value)) !== true &&
    (condition.hasForm === undefined || (value !== null && condition.hasForm.includes(typeof value))) &&
    (condition.isVersionIn === undefined || liesIn(value, condition.isVersionIn)) &&
    (condition.isEmpty === undefined || isEmpty(value) === condition.isEmpty) &&
    (condition.isCleared === undefined ||
      (reading.kind === 'known' && isEmpty(value)) === condition.isCleared) &&
    (condition.isSet === undefined || (value !== null) === condition.isSet) &&
    (condition.isOn === undefined || switchState(value) === (condition.isOn ? 'on' : 'off'));
  return isMet ? 'yes' : 'no';
}

function isSame(listed: SettingScalar, value: SettingScalar): boolean {
  return listed === value || (typeof listed === 'string' && value !== null && listed === String(value));
}

/** Helm's emptiness, as its `coalesce`, `default` and `if` see it. */
export function isEmpty(value: SettingScalar): boolean {
  return value === null || value === '' || value === false || value === 0;
}

const onTexts = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const offTexts = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** A value as the agent reads a switch (Go's `strconv.ParseBool`); `unclear` for anything else, null is off. */
export function switchState(value: SettingScalar): 'on' | 'off' | 'unclear' {
  const text = String(value);
  if (onTexts.has(text)) {
    return 'on';
  }
  return value === null || offTexts.has(text) ? 'off' : 'unclear';
}

function liesIn(value: SettingScalar, range: string): boolean {
  const version = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(typeof value === 'string' ? value : '');
  return (
    version !== null &&
    inRange(`${Number(version[1])}.${Number(version[2])}.${Number(version[3] ?? 0)}`, range)
  );
}
