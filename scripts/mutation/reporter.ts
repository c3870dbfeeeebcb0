import { readFileSync } from 'node:fs';
import type { MutantResult } from '@stryker-mutator/api/core';
import type { Reporter } from '@stryker-mutator/api/report';
import { survivorText } from './results.ts';

/** Prints every change that no test noticed, as soon as that is known. */
export const survivorsReporter: Reporter = {
  onMutantTested(result: Readonly<MutantResult>): void {
    const text = survivorText(result, process.cwd(), (fileName) => readFileSync(fileName, 'utf8'));
    if (text !== undefined) console.log(text);
  },
};
