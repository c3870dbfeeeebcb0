/**
 * Holds the data on Cilium against real charts: `npm run knowledge` for all in the developers' shared folder, or
 * `node scripts/knowledge/check.ts cilium-1.21.0.tgz …` for archives by path. Exit 1 where they differ, with a line for
 * each difference.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { obtainHelm, type Helm } from '../helm/obtain.ts';
import { differencesOfKeys, keysThatWorkAfterAll } from './check-keys.ts';
import { differencesOfOverrulings, differencesOfRefusals } from './check-rows.ts';

const charts = join(import.meta.dirname, '../../../shared/charts');

/** Everything in which a packed chart and the data differ, in words. */
export async function differencesOf(helm: Helm, archive: string): Promise<readonly string[]> {
  const version = /^cilium-(.+)\.tgz$/.exec(basename(archive))?.[1];
  if (version === undefined) return [`${archive} is not called cilium-VERSION.tgz`];
  return [
    ...(await differencesOfKeys(archive, version)),
    ...(await keysThatWorkAfterAll(helm, archive, version)),
    ...(await differencesOfRefusals(helm, archive, version)),
    ...(await differencesOfOverrulings(helm, archive, version)),
  ];
}

async function main(named: readonly string[]): Promise<void> {
  const helm = await obtainHelm();
  const shared = existsSync(charts) ? readdirSync(charts).map((name) => join(charts, name)) : [];
  const archives = named.length > 0 ? named : shared;
  if (helm.kind === 'unavailable' || archives.length === 0) {
    console.log(helm.kind === 'unavailable' ? helm.reason : `There are no charts in ${charts}.`);
    return;
  }
  const waiting = [...archives];
  const work = async (): Promise<void> => {
    for (let archive = waiting.shift(); archive !== undefined; archive = waiting.shift()) {
      report(archive, await differencesOf(helm, archive));
    }
  };
  await Promise.all([work(), work()]);
}

function report(archive: string, differences: readonly string[]): void {
  console.log(`${differences.length === 0 ? 'ok  ' : 'FAIL'} ${basename(archive)}`);
  for (const difference of differences) console.log(`     ${difference}`);
  if (differences.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main(process.argv.slice(2));
