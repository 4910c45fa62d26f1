/** The shop's clock. Countdowns follow it and not the device's, which may be wrong or be changed on purpose. */
import { get } from './api.js';

let serverMs = Date.now();
let takenAt = performance.now();

/** Milliseconds since 1970 by the shop's clock. */
export function now() {
  return serverMs + (performance.now() - takenAt);
}

/** Asks the shop a few times and keeps the answer with the shortest round trip: its error is at most half of that. */
export async function synchronise(samples = 4) {
  let shortest = Infinity;
  for (let sample = 0; sample < samples; sample++) {
    const sent = performance.now();
    const answer = await get('/api/time');
    const received = performance.now();
    if (received - sent >= shortest) continue;
    shortest = received - sent;
    serverMs = Date.parse(answer.serverTime) + shortest / 2;
    takenAt = received;
  }
}

/** Keeps the clock right: a device that slept has a stopped monotonic clock. */
export function keepSynchronised() {
  const quietly = () => synchronise().catch(() => {});
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && quietly());
  setInterval(quietly, 60_000);
  return quietly();
}
