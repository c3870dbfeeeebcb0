import type { ReleasePlan } from './plan.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** Lays what single nodes are told over every install: their agents hear it in place of whatever the install says. */
export function withNodeConfigs(plans: readonly ReleasePlan[], facts: ReleaseFacts): readonly ReleasePlan[] {
  const configs = facts.layers.filter(({ layer }) => layer.carrier === 'cilium-node-config');
  if (configs.length === 0) return plans;
  return plans.map((plan) => ({ ...plan, layers: [...plan.layers, ...configs] }));
}
