import data from '../../../schemas/cilium/api-server.json' with { type: 'json' };
import type { SettingKey } from './setting-keys.ts';

/**
 * Every key by which Cilium may be told where the API server is, whatever its version: where any of them is set, nobody can
 * be sure that it does not know.
 */
export const apiServerKeys: readonly SettingKey[] = [
  ...data.keys.map(({ path }): SettingKey => ({ path, dialect: 'helm' })),
  ...data.flags.flatMap(({ flag }): readonly SettingKey[] => [
    { path: ['extraConfig', flag], dialect: 'helm' },
    { path: ['extraArgs', `--${flag}`], dialect: 'helm' },
    { path: [flag], dialect: 'agent' },
  ]),
];
