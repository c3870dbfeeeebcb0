import { invalidConfiguration } from './invalid-configuration/rule.ts';
import type { Rule } from './rule.ts';
import { socketLbBypassesMesh } from './socket-lb-bypasses-mesh/rule.ts';

/** Every rule. A rule is its folder here, its page under docs/rules/ and its cases under test/cases/. */
export const rules: readonly Rule[] = [socketLbBypassesMesh, invalidConfiguration];
