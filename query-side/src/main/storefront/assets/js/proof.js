/** A proof of work: the browser searches for a number, in a worker of its own. */
import { Problem } from './api.js';

const UNSOLVABLE = { type: '/problems/challenge-unsolvable', title: 'The sum cannot be done' };

/** The ALTCHA solution of the challenge; onProgress hears how much of the numbers was tried, from 0 to 1. */
export function prove({ algorithm, salt, challenge, maxNumber, signature }, onProgress, signal) {
  const startedAt = performance.now();
  const worker = new Worker(new URL('./work.js', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('error', () => reject(new Problem(400, UNSOLVABLE)));
    worker.addEventListener('message', ({ data }) => {
      if (data.done !== undefined) return onProgress(data.done);
      if (data.none) return reject(new Problem(400, UNSOLVABLE));
      const took = Math.round(performance.now() - startedAt);
      return resolve({ algorithm, challenge, number: data.number, salt, signature, took });
    });
    worker.postMessage({ salt, challenge, maxNumber });
  }).finally(() => worker.terminate());
}
