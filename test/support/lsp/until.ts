/** Waits until something is true; fails after five seconds. */
export async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 5_000; !(await test());) {
    if (performance.now() > end) throw new Error('It did not come true within five seconds.');
    await new Promise((resume) => setTimeout(resume, 10));
  }
}
