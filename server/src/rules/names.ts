/** The names of all rules: stable, they stand in configurations, suppressions and links. */
export const ruleNames = ['socket-lb-bypasses-mesh', 'invalid-configuration'] as const;

export type RuleName = (typeof ruleNames)[number];
