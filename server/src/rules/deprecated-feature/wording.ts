import { t } from '@vscode/l10n';
import type { Farewell } from '../../knowledge/deprecated-features.ts';

/** `deprecated since Cilium 1.19 and gone from 1.20 on`. */
export function timesOf({ since, removal }: Farewell): string {
  if (removal === undefined) return since === undefined ? '' : t`deprecated since Cilium ${since}`;
  return since === undefined
    ? t`gone from Cilium ${removal} on`
    : t`deprecated since Cilium ${since} and gone from ${removal} on`;
}

/** What to do about it, as a sentence of its own; nothing has to follow a thing that simply goes. */
export function adviceOf({ instead }: Farewell): string {
  return instead === undefined ? t('Nothing takes its place.') : `${t(instead)}.`;
}
