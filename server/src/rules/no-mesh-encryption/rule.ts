import { t } from '@vscode/l10n';
import { encryptionTypes } from '../../knowledge/encryption.ts';
import type { Finding, Severity } from '../finding.ts';
import { ciliumOf, unlessLeftOver } from '../wording/release-words.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { code, listed } from '../wording/words.ts';
import { missingEncryptionIn, type MissingEncryption } from './detect.ts';

/** The chart turns encryption on for the types that it knows, and says nothing of others. */
export const noMeshEncryption: Rule = {
  name: 'no-mesh-encryption',
  title: 'The chosen encryption encrypts nothing in this version',
  mendedBy: '',
  severities: ['warning', 'information'],
  sources: [
    'https://docs.cilium.io/en/stable/security/network/encryption/',
    'https://docs.cilium.io/en/stable/security/network/encryption-ztunnel/',
    'https://github.com/cilium/charts',
  ],
  check: inEachCluster((cluster) => missingEncryptionIn(cluster).map(findingOf)),
};

function findingOf(missing: MissingEncryption): Finding {
  return {
    rule: 'no-mesh-encryption',
    severity: severityOf(missing),
    message: messageOf(missing),
    at: missing.at,
    related: [],
    fixes: [],
  };
}

function severityOf({ certain, isOvertaken }: MissingEncryption): Severity {
  return certain && !isOvertaken ? 'warning' : 'information';
}

function messageOf({ release, type, versions, certain, isOvertaken }: MissingEncryption): string {
  const cilium = ciliumOf(release, versions, certain);
  const subject = unlessLeftOver(cilium, isOvertaken);
  const known = encryptionTypes(versions.versions.at(-1) ?? '').map(code);
  return t`${code(`encryption.type: ${type === '' ? '""' : type}`)} encrypts nothing: ${subject} does not know this type, and its chart leaves encryption off without a word. Traffic between nodes travels in plain text although ${code('encryption.enabled')} is true. Set one of ${listed(known)}.`;
}
