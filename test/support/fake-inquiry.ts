import type { Inquiry } from '../../server/src/features/inquiry.ts';

/** Knows nothing about any place. */
export const fakeInquiry: Inquiry = {
  hover: () => undefined,
  completions: () => [],
  documentation: () => '',
  definition: () => [],
  references: () => [],
  fileReferences: () => [],
  lenses: () => [],
  valueHints: () => [],
  symbols: () => [],
  findSymbols: () => [],
};
