/**
 * Buying at most once. Every wish to buy has an Idempotency-Key of its own, which is kept until the shop gives a definite
 * answer: a reload, a lost connection or an unclear answer repeats the same request and never makes a second one.
 */
import { post } from './api.js';
import { pause } from './dom.js';
import { nameOf } from './problems.js';

const KEY = 'flash-sale.pending-purchase';
const GIVE_UP_AFTER_MS = 120_000;
/** Whoever has to wait longer is told so, and may come back. */
export const LONGEST_WAIT_MS = 60_000;
const MOST_READMISSIONS = 5;
const ANOTHER_TICKET = ['ticket-required', 'ticket-invalid', 'ticket-expired', 'ticket-used', 'journey-expired', 'challenge-required'];
const MAY_CHANGE = ['too-many-requests', 'rate-limited'];

/** The purchase whose answer is still missing: {saleId, offerId, quantity, key, ticket}, or undefined. */
export function pendingPurchase() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined;
}

/** Notes a new wish to buy, with a fresh key, and the purchase ticket where the sale demands one. */
export function wish(saleId, offerId, quantity, ticket) {
  return keep({ saleId, offerId, quantity, ticket, key: freshKey() });
}

/** Forgets the wish, when the last answer said that nothing was decided and the shopper does not want to wait. */
export const giveUp = () => sessionStorage.removeItem(KEY);

/**
 * Sends the pending purchase until the answer is definite: resolves to {purchaseId, receipt}, or throws the refusal. A ticket that
 * is no longer good is replaced by what readmit(problem) gives. onWait(problem, attempt, waitMs) is called before each repetition.
 * When the answer stays unclear for two minutes it throws as well, and the purchase stays pending; a queue may be longer.
 */
export async function send(pending, { onWait, readmit, signal }) {
  const startedAt = performance.now();
  let readmissions = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      const accepted = await ask(pending, signal);
      giveUp();
      return accepted;
    } catch (problem) {
      if (signal?.aborted) throw problem;
      if (wantsTicket(problem) && readmissions++ < MOST_READMISSIONS) {
        pending = keep({ ...pending, ticket: await readmit(problem) });
        continue;
      }
      if (isDefinite(problem)) {
        giveUp();
        throw problem;
      }
      if (!isUndecided(problem)) pending = keep({ ...pending, unclear: true });
      if (!inQueue(problem) && performance.now() - startedAt > GIVE_UP_AFTER_MS) throw problem;
      const waitMs = waitBefore(attempt, problem);
      onWait(problem, attempt, waitMs);
      await pause(waitMs, signal);
    }
  }
}

/** Whether the shop has decided, or waiting is longer than a dialog. No answer, a server error, or "not now" decide nothing. */
export function isDefinite(problem) {
  if (problem.status < 400 || problem.status >= 500) return false;
  if (isUndecided(problem) && problem.retryAfterMs > LONGEST_WAIT_MS) return true;
  return problem.status !== 429 && !MAY_CHANGE.includes(nameOf(problem)) && !(isUndecided(problem) && problem.body.retryable);
}

/** Whether the shop says that it decided nothing under this key. */
export const isUndecided = (problem) => problem.body?.recorded === false;

/** Whether the shop asks to wait for units that may come back. */
export const inQueue = (problem) => nameOf(problem) === 'queue-full';

const wantsTicket = (problem) => ANOTHER_TICKET.includes(nameOf(problem));

function keep(pending) {
  sessionStorage.setItem(KEY, JSON.stringify(pending));
  return pending;
}

function ask({ saleId, offerId, quantity, key, ticket }, signal) {
  const path = `/api/sales/${encodeURIComponent(saleId)}/purchases`;
  const headers = { 'Idempotency-Key': key, ...(ticket && { 'Purchase-Ticket': ticket }) };
  return post(path, { offerId, quantity }, { headers, signal });
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
