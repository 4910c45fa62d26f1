/** What to tell people about a problem. */
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
  'too-many-requests': 'That was a little too fast. Please wait a moment.',
  'rate-limited': 'That was a little too fast. Please wait a moment.',
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
};

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
  if (known) return known;
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
