/** The card of one offer: price, what is left, and a button that follows the state. */
import { buy } from './checkout.js';
import { now } from './clock.js';
import { announce, h, hueOf, setText } from './dom.js';
import { money } from './money.js';
import { quantityPicker } from './quantity.js';
import { readiness } from './ready.js';
import { isOpen, statusAt } from './status.js';
import { countdown } from './times.js';

/** A card with show(offer), which brings it up to date without rebuilding it. */
export function offerCard(offer, currentSale, signal) {
  const { currency } = currentSale();
  let shown;
  let buying = false;
  const result = h('p', { class: 'result', role: 'status', 'aria-live': 'polite' });
  const note = h('p', { class: 'note' });
  const bar = stockBar();
  const button = h('button', { class: 'button primary wide', type: 'button', id: `buy-${offer.offerId}` });
  const picker = quantityPicker(offer, () => label());
  const ready = readiness(() => offer, currentSale, result, signal);
  const element = h('article', { class: 'card', 'data-offer': offer.offerId },
    picture(offer),
    h('div', { class: 'card-body' },
      h('h2', {}, offer.title),
      offer.parts && h('ul', { class: 'parts' }, offer.parts.map((part) => h('li', {}, part))),
      price(offer, currency),
      bar.element,
      note,
      ready.element,
      h('div', { class: 'card-foot' }, picker.element, button),
      result,
    ),
  );
  const label = () => {
    const sale = currentSale();
    const status = statusAt(now(), sale, offer.status);
    setText(button, buttonText(status, sale, picker.value(), offer));
    button.disabled = buying || !isOpen(status);
    return status;
  };
  button.addEventListener('click', async () => {
    ready.busy((buying = true));
    label();
    await buy({ sale: currentSale(), offer, quantity: picker.value(), result, tell: ready.tell, signal });
    ready.busy((buying = false));
    show(offer);
  });
  const show = (newer) => {
    offer = newer;
    const status = label();
    bar.show(offer, status);
    ready.refresh(status);
    setText(note, noteText(status, offer));
    picker.element.hidden = !isOpen(status) || offer.limit < 2;
    if (shown === 'SOLD_OUT' && isOpen(status)) {
      announce(`${offer.title} is on sale again.`);
      result.replaceChildren();
    }
    shown = element.dataset.status = status;
  };
  return { element, show };
}

function buttonText(status, sale, quantity, { priceMinor }) {
  if (status === 'UPCOMING') return `Opens in ${countdown(Date.parse(sale.opensAt) - now())}`;
  if (isOpen(status)) return quantity === 1 ? 'Buy now' : `Buy · ${money(quantity * priceMinor, sale.currency)}`;
  return { SOLD_OUT: 'Sold out', ENDED: 'Sale ended', CANCELLED: 'Cancelled' }[status];
}

function noteText(status, { remaining, total, limit }) {
  const limitText = limit > 1 ? ` · up to ${limit} per person` : ' · one per person';
  const known = remaining !== undefined;
  if (status === 'UPCOMING') return (known ? `${total} in stock` : 'Coming soon') + limitText;
  if (status === 'SOLD_OUT') return 'Sold out. Units of unpaid orders may come back; this page keeps watching.';
  if (status === 'LOW_STOCK') return (known ? `Only ${remaining} left` : 'Almost gone') + limitText;
  if (status === 'OPEN') return (known ? `${remaining} of ${total} left` : 'In stock') + limitText;
  return '';
}

function price({ priceMinor, listPriceMinor }, currency) {
  return h('p', { class: 'price' },
    h('b', {}, money(priceMinor, currency)),
    listPriceMinor > priceMinor && [' ', h('s', {}, h('span', { class: 'visually-hidden' }, 'instead of '), money(listPriceMinor, currency))],
  );
}

/** There are no photographs in the catalogue: a tint and an initial tell the offers apart. */
function picture({ offerId, title, priceMinor, listPriceMinor, parts }) {
  const saved = Math.floor(100 * (1 - priceMinor / listPriceMinor));
  const initials = parts ? parts.map((part) => [...part.split('× ')[1]][0]).join(' + ') : [...title][0];
  const element = h('div', { class: 'picture', 'aria-hidden': 'true' },
    h('span', {}, initials),
    saved >= 1 && h('em', { class: 'saved' }, `−${saved} %`),
    parts && h('em', { class: 'tag' }, 'Bundle'),
  );
  element.style.setProperty('--hue', hueOf(offerId));
  return element;
}

function stockBar() {
  const fill = h('i', {});
  const element = h('div', { class: 'bar', 'aria-hidden': 'true' }, fill);
  const show = ({ remaining, total }, status) => {
    element.hidden = remaining === undefined || status === 'ENDED' || status === 'CANCELLED';
    element.classList.toggle('bar-low', status === 'LOW_STOCK');
    fill.style.width = `${total > 0 ? Math.max(0, Math.min(100, (100 * remaining) / total)) : 0}%`;
  };
  return { element, show };
}
