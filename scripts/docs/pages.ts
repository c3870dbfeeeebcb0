import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compatibilityPage } from './compatibility.ts';
import { formsPage } from './forms.ts';
import { rulesPage, withRuleList } from './rules.ts';
import { trafficPictures } from './traffic-pictures.ts';

/** A page that is made from code, data or cases, in whole or in part. */
export interface GeneratedPage {
  /** From the root of the repository. */
  readonly file: string;
  /** The whole text, as it should be. */
  readonly text: () => string;
}

const root = join(import.meta.dirname, '../..');

/** Every generated page, in no particular order. */
export const generatedPages: readonly GeneratedPage[] = [
  { file: 'docs/forms.md', text: formsPage },
  { file: 'docs/compatibility.md', text: compatibilityPage },
  { file: 'docs/rules/README.md', text: rulesPage },
  { file: 'README.md', text: () => withRuleList(readFileSync(join(root, 'README.md'), 'utf8')) },
  ...trafficPictures,
];
