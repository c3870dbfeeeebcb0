import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { Cancelled, createGuard, unlessCancelled, type ServerState } from '../../../server/src/lsp/guard.ts';

function guardIn(state: ServerState<string>): {
  guard: ReturnType<typeof createGuard<string>>;
  log: string[];
  source: CancellationTokenSource;
} {
  const log: string[] = [];
  const guard = createGuard(
    () => state,
    (line) => log.push(line),
  );
  return { guard, log, source: new CancellationTokenSource() };
}

const running: ServerState<string> = { stage: 'running', session: 'the session' };

test('a request gets the session and its parameters', async () => {
  const { guard, source } = guardIn(running);
  const answer = guard.request('x', '', (session, params: number) => `${session} ${params}`);
  assert.equal(await answer(7, source.token), 'the session 7');
});

test('an error is logged and answered with the fallback', async () => {
  const { guard, log, source } = guardIn(running);
  const answer = guard.request<object, string>('x/y', 'fallback', () => {
    throw new Error('broken');
  });
  assert.equal(await answer({}, source.token), 'fallback');
  assert.match(log.join(), /x\/y failed: Error: broken/);
});

test('requests before and after the running stage are refused', async () => {
  for (const [stage, code] of [
    ['starting', ErrorCodes.ServerNotInitialized],
    ['shut-down', ErrorCodes.InvalidRequest],
  ] as const) {
    const { guard, source } = guardIn({ stage });
    const answer = await guard.request('x', null, () => null)({}, source.token);
    assert.ok(answer instanceof ResponseError);
    assert.equal(answer.code, code);
  }
});

test('a cancelled request is not begun', async () => {
  const { guard, source } = guardIn(running);
  source.cancel();
  const answer = await guard.request<object, null>('x', null, () => assert.fail('begun'))({}, source.token);
  assert.ok(answer instanceof ResponseError);
  assert.equal(answer.code, LSPErrorCodes.RequestCancelled);
});

test('a wait ends with what it waited for, or with the cancellation', async () => {
  const { source } = guardIn(running);
  assert.equal(await unlessCancelled(Promise.resolve(1), source.token), 1);
  const wait = unlessCancelled(new Promise(() => undefined), source.token);
  source.cancel();
  await assert.rejects(wait, Cancelled);
});

test('a failing notification is logged, one outside the running stage ignored', async () => {
  const { guard, log } = guardIn(running);
  guard.notification('n', () => Promise.reject(new Error('broken')))({});
  await sleep(1);
  assert.match(log.join(), /n failed: Error: broken/);
  guardIn({ stage: 'starting' }).guard.notification('n', () => assert.fail('called'))({});
});
