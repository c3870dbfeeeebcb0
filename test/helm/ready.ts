import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { obtainHelm } from '../../scripts/helm/obtain.ts';

/** The developers' shared charts of Cilium, an optional folder beside the repository. */
export const charts = join(import.meta.dirname, '../../../shared/charts');

/** The versions of Cilium whose charts are at hand, from old to new. */
export const versions: readonly string[] = existsSync(charts)
  ? readdirSync(charts)
      .flatMap((name) => /^cilium-(.+)\.tgz$/.exec(name)?.[1] ?? [])
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  : [];

export const helm = await obtainHelm();

/** Why nothing can be rendered here, or false. */
export const reason: string | false =
  helm.kind === 'unavailable' ? helm.reason : versions.length === 0 ? `no charts in ${charts}` : false;
