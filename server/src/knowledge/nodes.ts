import type { SettingScalar } from './reading.ts';

/** Whether nodes that are told these values hear what the others do: the agent knows nothing but text. */
export function hearTheSame(onSomeNodes: readonly SettingScalar[], others: SettingScalar): boolean {
  return onSomeNodes.every((value) => String(value) === String(others));
}
