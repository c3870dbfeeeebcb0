import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { secondTry, tallyOf } from '../../../../scripts/testing/tally.ts';

const file = '/repo/test/unit/some.test.ts';
const place = { file, line: 3, column: 1, tags: [], testId: 1, parentId: 0, testNumber: 1 };

function started(name: string, nesting: number): TestEvent {
  return { type: 'test:start', data: { ...place, name, nesting } };
}

function passed(
  name: string,
  extra: { type?: 'suite' | 'test'; skip?: string; todo?: true } = {},
): TestEvent {
  const { type = 'test', ...marks } = extra;
  return {
    type: 'test:pass',
    data: { ...place, ...marks, name, nesting: 0, details: { duration_ms: 1, type } },
  };
}

function failed(name: string, cause: Error, failureType = 'testCodeFailure'): TestEvent {
  const error = Object.assign(new Error(cause.message), { cause, failureType });
  return {
    type: 'test:fail',
    data: { ...place, name, nesting: 0, details: { duration_ms: 1, type: 'test', error } },
  };
}

function printed(message: string): TestEvent {
  return { type: 'test:stdout', data: { file, message } };
}

async function* stream(...events: readonly TestEvent[]): AsyncGenerator<TestEvent> {
  for (const event of events) yield await Promise.resolve(event);
}

describe('tallyOf', () => {
  it('counts tests and not the groups around them', async () => {
    const tally = await tallyOf(stream(passed('a'), passed('b'), passed('group', { type: 'suite' })));
    assert.deepEqual(tally, { passed: 2, failures: [], skips: [], secondTries: [], output: new Map() });
  });

  it('keeps the reason of a skip and treats a todo as one', async () => {
    const tally = await tallyOf(stream(passed('a', { skip: 'no display' }), passed('b', { todo: true })));
    assert.deepEqual(tally.skips, [
      { name: 'a', reason: 'no display' },
      { name: 'b', reason: 'todo: no reason given' },
    ]);
  });

  it('keeps what a test says that passed only at the second try', async () => {
    const said = (message: string): TestEvent => ({
      type: 'test:diagnostic',
      data: { ...place, nesting: 0, level: 'info', message },
    });
    const tally = await tallyOf(stream(passed('a'), said(`${secondTry}boom`), said('tests 1')));
    assert.deepEqual(tally.secondTries, [`${secondTry}boom`]);
  });

  it('names a failed test with the groups around it and shows what its file printed', async () => {
    const tally = await tallyOf(
      stream(
        printed('hello\n'),
        started('earlier', 0),
        started('group', 0),
        started('test', 1),
        failed('test', new Error('boom')),
        failed('group', new Error('1 subtest failed'), 'subtestsFailed'),
      ),
    );
    assert.equal(tally.failures.length, 1);
    assert.deepEqual(tally.failures[0]?.path, ['group', 'test']);
    assert.equal(tally.failures[0].file, file);
    assert.equal(tally.failures[0].line, 3);
    assert.match(tally.failures[0].error, /^Error: boom/);
    assert.equal(tally.output.get(file), 'hello\n');
  });

  it('takes a file that ran no test, or could not be run, for a failure', async () => {
    const tally = await tallyOf(stream(passed(file), failed(file, new Error('exit code 1'))));
    assert.deepEqual(
      tally.failures.map((failure) => failure.path),
      [[file], [file]],
    );
    assert.equal(tally.failures[0]?.error, 'The file ran no test.');
  });
});
