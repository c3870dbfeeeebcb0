/** The names of all rules: stable, they stand in configurations, suppressions and links. */
export type RuleName = 'socket-lb-bypasses-mesh';
