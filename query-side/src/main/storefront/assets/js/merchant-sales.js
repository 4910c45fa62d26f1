/** All sales at a glance. */
import { get } from './api.js';
import { now } from './clock.js';
import { every, h, setText } from './dom.js';
import { poll } from './poll.js';
import { showStatus, statusAt } from './status.js';
import { at } from './times.js';

export async function merchantSalesView(main, _, signal) {
  const body = h('tbody', { id: 'merchant-sales' });
  const empty = h('p', { class: 'empty' }, 'No sale has been scheduled yet.');
  main.append(
    h('div', { class: 'hero-title' }, h('h1', {}, 'Sales'), h('a', { class: 'button primary', href: '#/schedule' }, 'Schedule a sale')),
    h('div', { class: 'table-box' },
      h('table', {}, h('thead', {}, h('tr', {}, ['Sale', 'State', 'Opens', 'Closes', 'Left'].map((name) => h('th', { scope: 'col' }, name)))), body)),
    empty,
  );
  const rows = new Map();
  const show = ({ sales }) => {
    empty.hidden = sales.length > 0;
    for (const sale of [...sales].sort((one, other) => Date.parse(one.opensAt) - Date.parse(other.opensAt))) {
      if (!rows.has(sale.saleId)) {
        rows.set(sale.saleId, row(sale));
        body.prepend(rows.get(sale.saleId).element);
      }
      rows.get(sale.saleId).show(sale);
    }
  };
  const load = () => get('/api/sales', { signal });
  show(await load());
  every(1000, signal, () => rows.forEach((each) => each.show()));
  poll(load, show, () => 3000, signal);
}

function row(sale) {
  const pill = h('span', { class: 'pill' });
  const left = h('td', { class: 'number' });
  const element = h('tr', {},
    h('td', {}, h('a', { href: `#/sales/${encodeURIComponent(sale.saleId)}` }, sale.title)),
    h('td', {}, pill), h('td', {}, at(sale.opensAt)), h('td', {}, at(sale.closesAt)), left);
  const show = (newer) => {
    sale = newer ?? sale;
    showStatus(pill, statusAt(now(), sale));
    setText(left, `${sale.remainingUnits} / ${sale.totalUnits}`);
  };
  return { element, show };
}
