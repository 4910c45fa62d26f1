/** Getting ready: a ticket before the opening, and its time left. */
import { refusal, signInFirst } from './checkout.js';
import { now } from './clock.js';
import { h, setText } from './dom.js';
import { needsHand, needsTicket, passGate } from './gate.js';
import { session } from './session.js';
import { isOpen } from './status.js';
import { ticketFor } from './ticket.js';
import { countdown } from './times.js';

/** A ticket lives five minutes: one that is earned earlier than this is over before the sale has begun. */
const FROM_MS = 4 * 60_000;
const RENEWED_BEFORE_MS = 30_000;

/** A line on the offer's card: {element, tell(text), refresh(status)}. */
export function readiness(currentOffer, currentSale, result, signal) {
  const text = h('p', { class: 'note', role: 'status' });
  const button = h('button', { type: 'button', class: 'button wide get-ready' });
  const element = h('div', { class: 'readiness', hidden: true }, text, button);
  let busy = false;
  const tell = (news) => {
    element.hidden = false;
    button.hidden = true;
    setText(text, news);
  };
  const getReady = async () => {
    if (busy) return;
    if (!session()) return signInFirst(currentSale());
    busy = true;
    result.replaceChildren();
    try {
      await passGate(currentSale(), currentOffer(), tell, signal);
    } catch (problem) {
      result.replaceChildren(...refusal(problem));
    } finally {
      busy = false;
    }
  };
  button.addEventListener('click', getReady);
  const refresh = (status) => {
    if (busy) return;
    const sale = currentSale();
    const ticket = needsTicket(sale) && session() ? ticketFor(sale.saleId, currentOffer().offerId) : undefined;
    const leftMs = ticket ? Date.parse(ticket.expiresAt) - now() : 0;
    if (ticket && leftMs < RENEWED_BEFORE_MS && !needsHand(sale) && (status === 'UPCOMING' || isOpen(status))) return void getReady();
    const line = lineFor(sale, status, ticket && leftMs);
    element.hidden = !line;
    if (!line) return;
    setText(text, line.text);
    setText(button, session() ? 'Get ready' : 'Sign in to get ready');
    button.hidden = !line.act;
    element.dataset.ready = Boolean(ticket);
  };
  return { element, tell, refresh, busy: (working) => (busy = working) };
}

function lineFor(sale, status, leftMs) {
  if (!needsTicket(sale) || !(status === 'UPCOMING' || isOpen(status))) return undefined;
  if (leftMs) {
    const renewable = needsHand(sale) && leftMs < RENEWED_BEFORE_MS;
    return { text: `✓ Your ticket is ready. It lasts ${countdown(leftMs)}.`, act: renewable };
  }
  if (isOpen(status)) return undefined;
  return Date.parse(sale.opensAt) - now() > FROM_MS
    ? { text: 'You can get ready from 4 minutes before the opening.', act: false }
    : { text: 'Getting ready now saves time at the opening.', act: true };
}
