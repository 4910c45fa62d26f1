/** The list of sales. */
import { get } from './api.js';
import { now } from './clock.js';
import { every, h, hueOf, setText } from './dom.js';
import { poll } from './poll.js';
import { showStatus, statusAt } from './status.js';
import { at, countdown } from './times.js';

const ORDER = ['OPEN', 'LOW_STOCK', 'UPCOMING', 'SOLD_OUT', 'ENDED', 'CANCELLED'];

export async function salesView(main, _, signal) {
  const list = h('ul', { class: 'sale-list', id: 'sales' });
  const empty = h('p', { class: 'empty', hidden: true }, 'No sales yet. Come back soon.');
  main.append(
    h('div', { class: 'lead' },
      h('h1', {}, 'Limited units. Limited time.'),
      h('p', { class: 'muted' }, 'Every sale sells exactly what it has. The clock you see is the shop’s own.'),
    ),
    list,
    empty,
  );
  const cards = new Map();
  const show = ({ sales }) => {
    const sorted = [...sales].sort((one, other) => rank(one) - rank(other) || byTime(one, other));
    for (const sale of sorted) cards.set(sale.saleId, Object.assign(cards.get(sale.saleId) ?? card(sale), { sale }));
    showInOrder(list, sorted.map(({ saleId }) => cards.get(saleId).element));
    empty.hidden = sales.length > 0;
    cards.forEach((each) => each.refresh());
  };
  show(await get('/api/sales', { signal }));
  every(500, signal, () => cards.forEach((each) => each.refresh()));
  poll(() => get('/api/sales', { signal }), show, () => 5000, signal);
}

/** Touches the list only when its order changed: moving an element takes the focus away from it. */
function showInOrder(list, elements) {
  const same = elements.length === list.children.length && elements.every((each, index) => list.children[index] === each);
  if (!same) list.replaceChildren(...elements);
}

const rank = (sale) => ORDER.indexOf(statusAt(now(), sale));

/** What is over: newest first; the rest: what comes next first. */
function byTime(one, other) {
  const past = rank(one) >= ORDER.indexOf('ENDED');
  const difference = Date.parse(one.opensAt) - Date.parse(other.opensAt);
  return past ? -difference : difference;
}

function card(sale) {
  const pill = h('span', { class: 'pill' });
  const when = h('p', { class: 'when' });
  const left = h('p', { class: 'muted' });
  const swatch = h('div', { class: 'swatch', 'aria-hidden': 'true' }, [...sale.title][0] ?? '');
  swatch.style.setProperty('--hue', hueOf(sale.saleId));
  const link = h('a', { class: 'sale-card', href: `#/sales/${encodeURIComponent(sale.saleId)}` },
    swatch,
    h('div', { class: 'sale-card-text' }, h('h2', {}, sale.title), when, left),
    pill,
  );
  const made = { sale, element: h('li', { 'data-sale': sale.saleId }, link) };
  made.refresh = () => {
    const status = statusAt(now(), made.sale);
    showStatus(pill, status);
    setText(when, whenText(made.sale, status));
    setText(left, leftText(made.sale, status));
  };
  return made;
}

function whenText(sale, status) {
  if (status === 'UPCOMING') return `Opens in ${countdown(Date.parse(sale.opensAt) - now())}`;
  if (status === 'ENDED') return `Ended ${at(sale.closesAt)}`;
  if (status === 'CANCELLED') return `Was to open ${at(sale.opensAt)}`;
  return `Closes in ${countdown(Date.parse(sale.closesAt) - now())}`;
}

function leftText({ totalUnits, remainingUnits }, status) {
  if (status === 'UPCOMING') return `${totalUnits} units`;
  if (status === 'ENDED' || status === 'CANCELLED') return '';
  return `${remainingUnits} of ${totalUnits} left`;
}
