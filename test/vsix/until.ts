import { setTimeout as pause } from 'node:timers/promises';

const patience = 15_000;

/** Waits until something holds, or until it is clear that it will not: what follows then says why. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds()) && Date.now() < deadline) await pause(50);
}
