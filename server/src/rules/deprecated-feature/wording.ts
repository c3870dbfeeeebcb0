import type { Farewell } from '../../knowledge/deprecated-features.ts';

/** `deprecated since Cilium 1.19 and gone from 1.20 on`. */
export function timesOf({ since, removal }: Farewell): string {
  const parts = [
    ...(since === undefined ? [] : [`deprecated since Cilium ${since}`]),
    ...(removal === undefined ? [] : [`gone from ${since === undefined ? 'Cilium ' : ''}${removal} on`]),
  ];
  return parts.join(' and ');
}

/** What to do about it, as a sentence of its own; nothing has to follow a thing that simply goes. */
export function adviceOf({ instead }: Farewell): string {
  return instead === undefined ? 'Nothing takes its place.' : `${instead}.`;
}
