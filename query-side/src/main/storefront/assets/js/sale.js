/** One sale: its countdown, and a card for each offer. */
import { termsOf } from './admission.js';
import { loadSale, offersOf } from './catalogue.js';
import { now } from './clock.js';
import { bigCountdown } from './countdown.js';
import { every, h, setText } from './dom.js';
import { observe } from './evidence.js';
import { journeyNote } from './journey.js';
import { offerCard } from './offer.js';
import { poll } from './poll.js';
import { notice } from './router.js';
import { session } from './session.js';
import { isOpen, showStatus, statusAt } from './status.js';
import { at } from './times.js';

const SENTENCES = {
  OPEN: 'Open now. Units go to whoever asks first.',
  LOW_STOCK: 'Open now, and almost gone.',
  SOLD_OUT: 'Everything is sold out for now. Units of unpaid orders may come back: keep this page open.',
  CANCELLED: 'The merchant cancelled this sale. Nothing will be charged.',
};

const noted = new WeakSet();

export async function saleView(main, { saleId }, signal) {
  let sale = await loadSale(saleId, signal);
  const currentSale = () => sale;
  document.title = `${sale.title} · Flash sale`;
  observe(signal);
  const head = header(currentSale, signal);
  const stale = notice('info', 'The live numbers are a little behind. Buying works as always.');
  const cards = new Map(offersOf(sale).map((offer) => [offer.offerId, offerCard(offer, currentSale, signal)]));
  main.append(
    head.element,
    stale,
    h('div', { class: 'offers' }, [...cards.values()].map((card) => card.element)),
  );
  const refresh = () => {
    head.refresh();
    noteOpening(sale, signal);
    stale.hidden = !sale.stale;
    offersOf(sale).forEach((offer) => cards.get(offer.offerId)?.show(offer));
  };
  every(250, signal, refresh);
  poll(() => loadSale(saleId, signal), (newer) => (sale = newer, refresh()), intervalOf, signal);
}

/** Has the shop note when this page was opened, where it asks for that; whoever buys asks again if this fails. */
function noteOpening(sale, signal) {
  if (!sale.admission?.journey || !session() || noted.has(signal)) return;
  noted.add(signal);
  journeyNote(sale.saleId, signal).catch(() => {});
}

/** Often while units move, soon after the opening, rarely before; never once it is over. */
function intervalOf(sale) {
  const status = statusAt(now(), sale);
  if (status === 'CANCELLED') return undefined;
  if (status === 'ENDED') return sale.status === 'ENDED' ? undefined : 2000;
  if (status !== 'UPCOMING') return 1500;
  return Math.min(10_000, Math.max(500, Date.parse(sale.opensAt) - now()));
}

function header(currentSale, signal) {
  const pill = h('span', { class: 'pill', id: 'sale-status' });
  const sentence = h('p', { class: 'muted' });
  const terms = h('ul', { class: 'terms', 'aria-label': 'Who may buy' });
  const element = h('div', { class: 'hero' },
    h('div', {},
      h('a', { class: 'back', href: '#/' }, '← All sales'),
      h('div', { class: 'hero-title' }, h('h1', {}, currentSale().title), pill),
      sentence,
      terms,
    ),
    bigCountdown(() => aimOf(currentSale()), signal),
  );
  const refresh = () => {
    const sale = currentSale();
    const status = statusAt(now(), sale);
    showStatus(pill, status);
    showTerms(terms, sale);
    setText(sentence, SENTENCES[status] ?? windowText(sale, status));
  };
  return { element, refresh };
}

function showTerms(list, sale) {
  const lines = termsOf(sale);
  if (lines.length === list.children.length && lines.every((line, index) => list.children[index].textContent === line)) return;
  list.replaceChildren(...lines.map((line) => h('li', { class: 'pill' }, line)));
}

function aimOf(sale) {
  const status = statusAt(now(), sale);
  if (status === 'UPCOMING') return { label: `Opens ${at(sale.opensAt)}`, iso: sale.opensAt };
  if (isOpen(status) || status === 'SOLD_OUT') return { label: `Closes ${at(sale.closesAt)}`, iso: sale.closesAt };
  return undefined;
}

function windowText(sale, status) {
  return status === 'ENDED'
    ? `This sale ended ${at(sale.closesAt)}. Thank you for coming.`
    : `From ${at(sale.opensAt)} to ${at(sale.closesAt)}, or until the last unit is gone.`;
}
