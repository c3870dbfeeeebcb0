/** Tells what the tests print from what the workbench and its extensions say: all of it reaches the page's one console. */

import { testLine } from './test-lines.ts';

const verbose = process.env['EDITOR_HOST_VERBOSE'] === '1';
const kept = 10;

export interface TestOutput {
  /** Takes the values of one call to the console; prints what is the tests' own (all of it with EDITOR_HOST_VERBOSE=1). */
  take(values: unknown): void;
  /** For a run that failed before any test spoke: prints the beginnings of the last messages of the others. */
  explain(): void;
}

export function testOutput(): TestOutput {
  const others: string[] = [];
  let spoken = false;
  return {
    take(values) {
      const line = Array.isArray(values) ? values.map(text).join(' ') : text(values);
      if (line.startsWith(testLine)) {
        spoken = true;
        console.log(line.slice(testLine.length));
      } else if (verbose) {
        console.log(line);
      } else {
        others.push(line.split('\n').slice(0, 3).join('\n'));
        if (others.length > kept) others.shift();
      }
    },
    explain() {
      if (!spoken) console.error(others.join('\n'));
    },
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
