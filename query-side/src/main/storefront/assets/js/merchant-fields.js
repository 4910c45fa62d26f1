/** The repeated parts of the schedule form: items and bundles. */
import { h } from './dom.js';
import { toMinor } from './money.js';

export function itemFields(number) {
  return group('Item', [
    ['Id', { name: 'itemId', required: true, pattern: '[A-Za-z0-9_\\-]+', value: `item-${number}` }],
    ['Title', { name: 'itemTitle', required: true, maxlength: 120 }, 'wide-field'],
    ['Normal price', { name: 'listPrice', required: true, inputmode: 'decimal', placeholder: '0.00' }],
    ['Sale price', { name: 'salePrice', required: true, inputmode: 'decimal', placeholder: '0.00' }],
    ['Units', { name: 'units', type: 'number', min: 1, value: 100, required: true }],
    ['Limit per person', { name: 'limitPerUser', type: 'number', min: 1, value: 1, required: true }],
    ['Buckets', { name: 'buckets', type: 'number', min: 1, value: 1, required: true }],
  ]);
}

export function bundleFields(number) {
  return group('Bundle', [
    ['Id', { name: 'bundleId', required: true, pattern: '[A-Za-z0-9_\\-]+', value: `bundle-${number}` }],
    ['Title', { name: 'bundleTitle', required: true, maxlength: 120 }, 'wide-field'],
    ['Price', { name: 'bundlePrice', required: true, inputmode: 'decimal', placeholder: '0.00' }],
    ['Limit per person', { name: 'bundleLimit', type: 'number', min: 1, value: 1, required: true }],
    ['Parts', { name: 'parts', required: true, placeholder: 'item-1 × 1, item-2 × 2' }, 'wide-field'],
  ]);
}

export function readItem(box, currency) {
  const of = reader(box);
  return {
    itemId: of('itemId'),
    title: of('itemTitle'),
    listPriceMinor: price(of('listPrice'), currency),
    salePriceMinor: price(of('salePrice'), currency),
    units: Number(of('units')),
    limitPerUser: Number(of('limitPerUser')),
    buckets: Number(of('buckets')),
  };
}

export function readBundle(box, currency) {
  const of = reader(box);
  return {
    bundleId: of('bundleId'),
    title: of('bundleTitle'),
    priceMinor: price(of('bundlePrice'), currency),
    limitPerUser: Number(of('bundleLimit')),
    components: of('parts').split(',').map(component),
  };
}

/** "cup × 2", "cup x 2", "cup*2" or "cup" alone. */
function component(text) {
  const parts = /^\s*([A-Za-z0-9_-]+?)\s*(?:(?:\s[x×]\s*|[×*]\s*)(\d+))?\s*$/.exec(text);
  if (!parts) throw new Error(`"${text.trim()}" is not a part of a bundle. Write it like this: cup × 2`);
  return { itemId: parts[1], units: Number(parts[2] ?? 1) };
}

function price(typed, currency) {
  const minor = toMinor(typed, currency);
  if (minor === undefined) throw new Error(`"${typed}" is not an amount of ${currency}.`);
  return minor;
}

const reader = (box) => (name) => box.querySelector(`[name="${name}"]`).value.trim();

function group(kind, fields) {
  const remove = h('button', { type: 'button', class: 'link remove', 'aria-label': `Remove this ${kind.toLowerCase()}` }, 'Remove');
  const element = h('div', { class: 'group', role: 'group', 'aria-label': kind },
    h('div', { class: 'grid' }, fields.map(([label, attributes, width = '']) =>
      h('label', { class: `field ${width}` }, h('span', {}, label), h('input', attributes)))),
    remove);
  remove.addEventListener('click', () => (kind === 'Bundle' || element.parentElement.children.length > 1) && element.remove());
  return element;
}
