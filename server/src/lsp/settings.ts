import type { Severity } from '../rules/finding.ts';

/** The section of the client's configuration that is ours. */
export const settingsSection = 'ciliumMeshLint';

/** What a user can set, per workspace folder. */
export interface Settings {
  readonly enable: boolean;
  /** Globs relative to the folder, of files and folders that are not read. */
  readonly exclude: readonly string[];
  /** By name of the rule: the severity to report with instead of the rule's own. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  /** Whether keys and values are offered. */
  readonly completion: boolean;
  /** Whether words stand above installs and workloads. */
  readonly codeLens: boolean;
  /** Whether values of other layers stand behind those that they overrule. */
  readonly inlayHints: boolean;
}

/** What holds where the user sets nothing, as package.json has it. */
export const defaultSettings: Settings = {
  enable: true,
  exclude: [],
  severity: new Map(),
  completion: true,
  codeLens: true,
  inlayHints: true,
};

const longestGlob = 1_000;

/** Reads settings as a client sends them. What is missing or of a wrong type counts as not set. */
export function settingsFrom(section: unknown): Settings {
  const fields = fieldsOf(section);
  const exclude = fields.get('exclude');
  return {
    enable: fields.get('enable') !== false,
    exclude: Array.isArray(exclude) ? exclude.filter(isGlob) : [],
    severity: new Map(
      [...fieldsOf(fields.get('severity'))].flatMap(([rule, value]) => severityEntry(rule, value)),
    ),
    completion: isEnabled(fields, 'completion'),
    codeLens: isEnabled(fields, 'codeLens'),
    inlayHints: isEnabled(fields, 'inlayHints'),
  };
}

/** A feature is on unless `NAME.enabled` is false. */
function isEnabled(fields: ReadonlyMap<string, unknown>, name: string): boolean {
  return fieldsOf(fields.get(name)).get('enabled') !== false;
}

/** The fields of an object; none for anything else. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** Whether the same files are read under both. */
export function readsTheSame(left: Settings, right: Settings): boolean {
  return left.enable === right.enable && left.exclude.join('\n') === right.exclude.join('\n');
}

function isGlob(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestGlob;
}

function severityEntry(rule: string, value: unknown): [string, Severity | 'off'][] {
  switch (value) {
    case 'error':
    case 'warning':
    case 'information':
    case 'hint':
    case 'off':
      return [[rule, value]];
    default:
      return [];
  }
}
