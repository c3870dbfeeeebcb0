/** Tells what the bundles of translations lack, and what they translate in vain: `npm run l10n`. */
import { allStrings, bundleFiles, readBundle } from './l10n/bundles.ts';

const strings = allStrings();
const keys = new Set(strings.map(({ key }) => key));

for (const file of bundleFiles) {
  const bundle = readBundle(file);
  for (const { key, file: source } of strings) {
    if (!bundle.has(key)) console.log(`${file}: lacks, of ${source}:\n  ${JSON.stringify(key)}`);
  }
  for (const key of bundle.keys()) {
    if (!keys.has(key)) console.log(`${file}: nothing says any more\n  ${JSON.stringify(key)}`);
  }
}
