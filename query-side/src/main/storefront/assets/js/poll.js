/** Keeps a view fresh: asks again and again, more slowly while nobody looks or the shop has trouble. */
import { pause } from './dom.js';

/**
 * Calls load() and hands on what it gives, then waits as long as intervalOf(value) says, give or take a quarter so that a crowd
 * does not ask in step. Ends when the signal aborts or intervalOf gives undefined.
 */
export async function poll(load, onValue, intervalOf, signal) {
  let failures = 0;
  let value;
  while (!signal.aborted) {
    let waitMs;
    try {
      value = await load();
      failures = 0;
      if (signal.aborted) return;
      onValue(value);
      waitMs = intervalOf(value);
      if (waitMs === undefined) return;
    } catch {
      if (signal.aborted) return;
      waitMs = Math.min(1000 * 2 ** failures++, 15_000);
    }
    try {
      await pause(waitMs * (0.75 + Math.random() / 2), signal);
      await becomesVisible(signal);
    } catch {
      return;
    }
  }
}

/** Resolves when somebody looks at the page. */
function becomesVisible(signal) {
  if (document.visibilityState === 'visible') return undefined;
  return new Promise((resolve, reject) => {
    document.addEventListener('visibilitychange', resolve, { once: true });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
