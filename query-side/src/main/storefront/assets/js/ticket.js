/** Purchase tickets: earned at the gate, kept for this tab until they expire or are used. */
import { post } from './api.js';
import { LONGEST_WAIT_MS } from './buying.js';
import { now } from './clock.js';
import { pause } from './dom.js';
import { evidence } from './evidence.js';
import { forgetJourney, journeyNote } from './journey.js';
import { nameOf, textOf } from './problems.js';

const KEY = 'flash-sale.tickets';
/** A ticket that ends sooner is as good as none: the way to the shop takes time too. */
const LEAST_LEFT_MS = 5_000;
const MOST_ROUNDS = 20;
const BREATH_MS = 300;
export const ANOTHER = Symbol('another challenge');
const ANEW = ['challenge-expired', 'challenge-used', 'challenge-required'];

/** The ticket {ticket, expiresAt} that this tab has for the offer, or undefined. */
export function ticketFor(saleId, offerId) {
  const known = stored()[nameFor(saleId, offerId)];
  return known && Date.parse(known.expiresAt) - now() > LEAST_LEFT_MS ? known : undefined;
}

export const dropTicket = (saleId, offerId) => keep(saleId, offerId, undefined);

/**
 * Earns a ticket. solve(challenge, remark) gives the answer to a challenge, or ANOTHER for a new one, or rejects when the shopper
 * does not want to; tell says what is going on. Throws the problem of a gate that stays closed.
 */
export async function earnTicket(sale, offerId, { solve, tell, signal }) {
  const path = `/api/sales/${encodeURIComponent(sale.saleId)}/items/${encodeURIComponent(offerId)}`;
  // the page may be older than what the merchant demands now
  let demandsJourney = sale.admission?.journey;
  let challenge;
  let answer;
  let remark;
  for (let round = 1; ; round++) {
    try {
      const journey = demandsJourney ? await journeyNote(sale.saleId, signal) : undefined;
      challenge ??= await post(`${path}/challenge`, { journey }, { signal });
      if (challenge.kind) answer ??= await solve(challenge, remark);
      remark = undefined;
      if (answer === ANOTHER) {
        challenge = answer = undefined;
        continue;
      }
      const { challengeId } = challenge;
      return keep(sale.saleId, offerId, await post(`${path}/ticket`, { challengeId, answer, evidence: evidence(), journey }, { signal }));
    } catch (problem) {
      if (problem.status === undefined || round >= MOST_ROUNDS) throw problem;
      const name = nameOf(problem);
      // the merchant changed what is demanded while the page asked
      if (name === 'challenge-required' && !challenge?.kind) await pause(BREATH_MS, signal);
      if (name === 'challenge-failed' || ANEW.includes(name)) {
        answer = undefined;
        remark = textOf(problem);
        // an answer that was wrong may be corrected while the shop allows it
        if (!(problem.body.attemptsLeft > 0)) challenge = undefined;
      } else if (name === 'journey-expired') {
        forgetJourney(sale.saleId);
        demandsJourney = true;
        challenge = answer = undefined;
        await pause(BREATH_MS, signal);
      } else {
        await waitFor(problem, tell, signal);
      }
    }
  }
}

/** Waits as long as the gate asks for; throws the problem when waiting is of no use. */
async function waitFor(problem, tell, signal) {
  const passes = problem.status === 0 || problem.status === 429 || problem.status === 503 || problem.body.retryable;
  if (!passes || problem.retryAfterMs > LONGEST_WAIT_MS) throw problem;
  tell(textOf(problem));
  await pause((problem.retryAfterMs ?? 1000) * (1 + Math.random() / 4), signal);
}

function keep(saleId, offerId, earned) {
  const ticket = earned && { ticket: earned.ticket, expiresAt: earned.expiresAt };
  sessionStorage.setItem(KEY, JSON.stringify({ ...stored(), [nameFor(saleId, offerId)]: ticket }));
  return ticket;
}

function stored() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
}

const nameFor = (saleId, offerId) => `${saleId}/${offerId}`;
