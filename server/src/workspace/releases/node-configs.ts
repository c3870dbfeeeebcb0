import type { SettingsLayer } from '../../facts/settings.ts';
import type { ReleasePlan } from './plan.ts';
import type { ReleaseFacts } from './release-facts.ts';

/**
 * Lays what single nodes are told over every install: their agents hear it in place of whatever the install says. What only
 * some of them are told lies above what all are.
 */
export function withNodeConfigs(plans: readonly ReleasePlan[], facts: ReleaseFacts): readonly ReleasePlan[] {
  const configs = facts.layers.filter(({ layer }) => layer.carrier === 'cilium-node-config');
  if (configs.length === 0) return plans;
  const forAll = configs.filter(({ layer }) => !isForSomeNodes(layer));
  const forSome = configs.filter(({ layer }) => isForSomeNodes(layer));
  return plans.map((plan) => ({ ...plan, layers: [...plan.layers, ...forAll, ...forSome] }));
}

/** Whether a layer tells some nodes what others are not told. */
export function isForSomeNodes({ settings }: SettingsLayer): boolean {
  return settings.some(({ value }) => value.kind === 'unknown' && 'onSomeNodes' in value);
}
