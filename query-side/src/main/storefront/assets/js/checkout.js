/** From the click to a definite answer. */
import { giveUp, isDefinite, isUndecided, pendingPurchase, send, wish } from './buying.js';
import { loadSale, offersOf } from './catalogue.js';
import { Declined, needsTicket, passGate } from './gate.js';
import { forgetJourney } from './journey.js';
import { nameOf, textOf } from './problems.js';
import { go, notice } from './router.js';
import { session } from './session.js';
import { dropTicket, ticketFor } from './ticket.js';
import { waitingDialog } from './waiting.js';

const LEFT = 'You stopped waiting. Nothing was bought.';

/** Buys after a click on an offer; without a session, signs in first. Earns a ticket on the way where the sale demands one. */
export async function buy({ sale, offer, quantity, result, tell, signal }) {
  if (!session()) return signInFirst(sale);
  result.replaceChildren();
  try {
    const ticket = needsTicket(sale) ? (ticketFor(sale.saleId, offer.offerId) ?? (await passGate(sale, offer, tell, signal))) : undefined;
    const refused = await settle(wish(sale.saleId, offer.offerId, quantity, ticket?.ticket), { sale, offer });
    result.replaceChildren(...(refused ? [refused] : []));
  } catch (problem) {
    result.replaceChildren(...refusal(problem));
  }
}

/** Where to come back to after signing in. */
export const signInFirst = (sale) => go(`/login?next=${encodeURIComponent(`/sales/${encodeURIComponent(sale.saleId)}`)}`);

/** What to show where something was refused: nothing when the shopper did not want to go on. */
export function refusal(problem) {
  if (problem instanceof Declined || problem.name === 'AbortError') return [];
  if (problem.status === undefined) throw problem;
  return [notice('error', textOf(problem))];
}

/** Goes on with a purchase that a reload interrupted. */
export async function resumePending() {
  const pending = pendingPurchase();
  if (!pending || !session()) return;
  const refused = await settle(pending, undefined);
  if (refused) document.getElementById('main').prepend(refused);
}

/** Sends until the answer is definite. Shows the accepted purchase, or returns what to say. */
async function settle(pending, known) {
  const leaving = new AbortController();
  const { signal } = leaving;
  const dialog = waitingDialog(known?.offer.title ?? 'what you asked for', () => leaving.abort());
  const { saleId, offerId } = pending;
  let mayLeave = !pending.unclear;
  const onWait = (problem, attempt, waitMs) => {
    mayLeave &&= isUndecided(problem);
    dialog.waits(problem, attempt, waitMs, mayLeave);
  };
  const readmit = async (problem) => {
    dialog.tell(textOf(problem));
    dropTicket(saleId, offerId);
    if (nameOf(problem) === 'journey-expired') forgetJourney(saleId);
    const { sale, offer } = known ?? (await find(saleId, offerId));
    const { ticket } = await passGate(sale, offer, dialog.tell, signal);
    dialog.asking();
    return ticket;
  };
  try {
    const { purchaseId, receipt } = await send(pending, { onWait, readmit, signal });
    dialog.close();
    dropTicket(saleId, offerId);
    const after = receipt?.globalIndex;
    go(`/purchases/${encodeURIComponent(purchaseId)}${after ? `?after=${after}` : ''}`);
    return undefined;
  } catch (problem) {
    return unsettled(problem, dialog, pending, known, signal);
  }
}

function unsettled(problem, dialog, pending, known, signal) {
  if (signal.aborted || problem instanceof Declined) {
    dialog.close();
    giveUp();
    return notice('info', LEFT);
  }
  if (problem.status === undefined) throw problem;
  if (!isDefinite(problem)) return dialog.gaveUp(() => settle(pendingPurchase() ?? pending, known), () => go('/orders'));
  dialog.close();
  giveUp();
  if (!isUndecided(problem)) dropTicket(pending.saleId, pending.offerId);
  return notice('error', textOf(problem));
}

/** The sale and the offer of a purchase that was made before the page was loaded. */
async function find(saleId, offerId) {
  const sale = await loadSale(saleId);
  return { sale, offer: offersOf(sale).find((offer) => offer.offerId === offerId) ?? { offerId, title: offerId } };
}
