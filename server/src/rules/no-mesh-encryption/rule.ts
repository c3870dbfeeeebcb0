import type { Rule } from '../rule.ts';

/** The chosen encryption encrypts nothing in this version. */
export const noMeshEncryption: Rule = {
  name: 'no-mesh-encryption',
  title: 'The chosen encryption encrypts nothing in this version',
  mendedBy: '',
  severities: ['warning'],
  sources: ['https://docs.cilium.io/en/stable/security/network/encryption/'],
  check: () => [],
};
