/**
 * Buying at most once. Every wish to buy has an Idempotency-Key of its own, which is kept until the shop gives a definite
 * answer: a reload, a lost connection or an unclear answer repeats the same request and never makes a second one.
 */
import { post } from './api.js';
import { pause } from './dom.js';
import { nameOf } from './problems.js';

const KEY = 'flash-sale.pending-purchase';
const GIVE_UP_AFTER_MS = 120_000;
const MAY_CHANGE = ['too-many-requests', 'rate-limited'];

/** The purchase whose answer is still missing: {saleId, offerId, quantity, key}, or undefined. */
export function pendingPurchase() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined;
}

/** Notes a new wish to buy, with a fresh key. */
export function wish(saleId, offerId, quantity) {
  const pending = { saleId, offerId, quantity, key: freshKey() };
  sessionStorage.setItem(KEY, JSON.stringify(pending));
  return pending;
}

/**
 * Sends the pending purchase until the answer is definite: resolves to {purchaseId, receipt}, or throws the refusal. When the
 * answer stays unclear for two minutes it throws as well, and the purchase stays pending.
 */
export async function send(pending, onUnclear, signal) {
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      const accepted = await ask(pending, signal);
      sessionStorage.removeItem(KEY);
      return accepted;
    } catch (problem) {
      if (signal?.aborted) throw problem;
      if (isDefinite(problem)) {
        sessionStorage.removeItem(KEY);
        throw problem;
      }
      if (performance.now() - startedAt > GIVE_UP_AFTER_MS) throw problem;
      onUnclear(problem, attempt);
      await pause(waitBefore(attempt, problem), signal);
    }
  }
}

/** Whether the shop has decided. No answer, a server error, or "slow down" decide nothing. */
export function isDefinite(problem) {
  return problem.status >= 400 && problem.status < 500 && problem.status !== 429 && !MAY_CHANGE.includes(nameOf(problem));
}

function ask({ saleId, offerId, quantity, key }, signal) {
  const path = `/api/sales/${encodeURIComponent(saleId)}/purchases`;
  return post(path, { offerId, quantity }, { headers: { 'Idempotency-Key': key }, signal });
}

/** What the shop asked for, else longer and longer; with some chance, so that a crowd does not come back in step. */
function waitBefore(attempt, problem) {
  const base = problem.retryAfterMs ?? Math.min(500 * 2 ** (attempt - 1), 5000);
  return base * (1 + Math.random() / 2);
}

/** 128 random bits; crypto.randomUUID exists only in secure contexts, and a shop on a local network is none. */
function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
