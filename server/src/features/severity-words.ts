import { t } from '@vscode/l10n';
import type { Severity } from '../rules/finding.ts';

/** What a severity is called. */
export function severityTitle(severity: Severity): string {
  return titles[severity]();
}

const titles: Readonly<Record<Severity, () => string>> = {
  error: () => t('error'),
  warning: () => t('warning'),
  information: () => t('information'),
  hint: () => t('hint'),
};
