/** What to tell people about a problem. */
import { at, countdown } from './times.js';

const TEXTS = {
  'sold-out': 'Sold out just now. Units of unpaid orders may come back: this page keeps watching.',
  'limit-exceeded': 'You already hold as many as one person may buy.',
  'not-open': 'The sale has not opened yet.',
  ended: 'The sale has ended.',
  cancelled: 'The merchant cancelled this sale.',
  'unknown-offer': 'This sale does not offer that.',
  'unknown-sale': 'There is no such sale.',
  'invalid-quantity': 'This quantity is not possible.',
  'idempotency-key-reused': 'This request was already used for something else. Please try again.',
  'outcome-unknown': 'The shop could not say yet whether your request got through.',
  overloaded: 'Very many people are buying right now.',
  'too-many-requests': tooFast,
  'rate-limited': tooFast,
  unreachable: 'No answer from the shop. Please check your connection.',
  'order-already-paid': 'This order is paid already.',
  'order-expired': 'The time to pay is over.',
  'order-cancelled': 'This order was cancelled.',
  'username-taken': 'This name is taken. Please choose another.',
  unauthenticated: 'Please sign in again.',
  forbidden: 'You are not allowed to do this.',
  unavailable: 'The shop is busy. Please try again shortly.',
  'bad-credentials': 'Name or password is wrong.',
  'invalid-credentials': 'Name or password is wrong.',
  'not-found': 'There is nothing here, or not for you.',
  blocked,
  'ticket-required': 'This sale wants a ticket first. One is being asked for.',
  'ticket-invalid': 'Your ticket does not fit this offer or this connection. A new one is being asked for.',
  'ticket-expired': 'Your ticket has run out. A new one is being asked for.',
  'ticket-used': 'Your ticket was used already. A new one is being asked for.',
  'challenge-required': 'Please do this first.',
  'challenge-failed': wrongAnswer,
  'challenge-expired': 'That took a little too long. Here is another one.',
  'challenge-used': 'That one was answered already. Here is another one.',
  'challenge-unsolvable': 'Your browser could not do the shop’s sum. Please try again, or use another browser.',
  'journey-too-fast': 'That was quicker than people are. Please take a moment, then try again.',
  'journey-suspect': 'The shop takes this visit for a program’s. Please reload the page and take your time; if you use tools that act for you, switch them off.',
  'journey-expired': 'This page was open for very long, so the shop starts anew with you.',
  'not-eligible': notEligible,
  'queue-full': 'More people are asking than units are left. If some are given back, it goes on.',
  'admission-unavailable': 'The shop cannot check tickets at this moment.',
};

const NOT_ELIGIBLE = {
  ACCOUNT_TOO_NEW: 'This sale is for accounts that have existed for a while; yours is too new.',
  LEVEL_TOO_LOW: 'This sale is for members of a higher level than yours.',
  NOT_ON_ALLOW_LIST: 'This sale is for invited shoppers, and your account is not among them.',
  NOT_BOUGHT_BEFORE: 'This sale is for those who bought in an earlier sale.',
  BOUGHT_BEFORE: 'This sale is for those who did not buy in an earlier sale; you did.',
};

function tooFast({ retryAfterMs }) {
  return `That was a little too fast. ${retryAfterMs ? `Please wait ${countdown(retryAfterMs)}.` : 'Please wait a moment.'}`;
}

function blocked({ body }) {
  const until = body?.until ? `until ${at(body.until)}` : 'for now';
  const reason = body?.blockReason;
  // a rule's name is no reason that anybody reads
  const why = /^[A-Z_]+$/.test(reason) ? 'The gate refused too many of your requests.' : reason && `The shop says: ${reason}`;
  return `You cannot buy here ${until}.${why ? ` ${why}` : ''}`;
}

function wrongAnswer({ body }) {
  const left = body?.attemptsLeft;
  if (!(left > 0)) return 'That was not right. Here is another one.';
  return `That was not right. You can try ${left === 1 ? 'once' : `${left} times`} more.`;
}

function notEligible({ body }) {
  return NOT_ELIGIBLE[body?.rule] ?? 'This sale is not open to your account.';
}

const REASONS = {
  SOLD_OUT: 'sold-out',
  LIMIT_EXCEEDED: 'limit-exceeded',
  NOT_OPEN: 'not-open',
  ENDED: 'ended',
  CANCELLED: 'cancelled',
  UNKNOWN_OFFER: 'unknown-offer',
  INVALID_QUANTITY: 'invalid-quantity',
};

/** The text for a Problem: by its type, else what the shop itself says. */
export function textOf(problem) {
  const known = TEXTS[nameOf(problem)];
  if (known) return typeof known === 'function' ? known(problem) : known;
  if (problem.status === 401) return 'Please sign in again.';
  if (problem.status === 403) return 'You are not allowed to do this.';
  if (problem.status >= 500) return 'The shop has a problem of its own. Please try again shortly.';
  return problem.body?.detail ?? problem.body?.title ?? 'That did not work.';
}

/** The text for a Refusal such as SOLD_OUT. */
export function textOfReason(reason) {
  return TEXTS[REASONS[reason]] ?? 'The shop could not accept this purchase.';
}

/** The last part of the problem's type: "/problems/sold-out" gives "sold-out". */
export function nameOf(problem) {
  return (problem.type ?? '').split('/').pop();
}
