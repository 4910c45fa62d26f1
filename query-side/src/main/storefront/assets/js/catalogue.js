/** What a sale offers, items and bundles alike. */
import { get } from './api.js';
import { pause } from './dom.js';

const known = new Map();

export const loadSale = (saleId, signal) => get(`/api/sales/${encodeURIComponent(saleId)}`, { signal });

/** The sale as soon as it can be read: one that was scheduled just now takes a moment to get there. */
export async function awaitSale(saleId, signal, attempts = 20) {
  try {
    return await loadSale(saleId, signal);
  } catch (problem) {
    if (problem.status !== 404 || attempts <= 1) throw problem;
    await pause(500, signal);
    return awaitSale(saleId, signal, attempts - 1);
  }
}

/** The sale for its titles only: asked once, however many orders name it. Undefined when it cannot be had. */
export function titlesOf(saleId) {
  if (!known.has(saleId)) known.set(saleId, loadSale(saleId).catch(() => known.delete(saleId) && undefined));
  return known.get(saleId);
}

/** The title of an offer, or its id when the sale is not to be had. */
export async function offerTitle(saleId, offerId) {
  const sale = await titlesOf(saleId);
  return sale ? offersOf(sale).find((offer) => offer.offerId === offerId)?.title ?? offerId : offerId;
}

/** Items and bundles in one shape: {offerId, title, priceMinor, listPriceMinor, limit, status, remaining, total, parts}. */
export function offersOf(sale) {
  return [...sale.items.map(ofItem), ...sale.bundles.map((bundle) => ofBundle(bundle, sale.items))];
}

function ofItem(item) {
  return {
    offerId: item.itemId,
    title: item.title,
    priceMinor: item.salePriceMinor,
    listPriceMinor: item.listPriceMinor,
    limit: item.limitPerUser,
    status: item.status,
    remaining: item.remainingUnits,
    total: item.totalUnits,
  };
}

/** A bundle saves against its parts at their list prices, and there are as many as the scarcest part allows. */
function ofBundle(bundle, items) {
  const parts = bundle.components.map(({ itemId, units }) => ({ units, item: items.find((item) => item.itemId === itemId) }));
  const known = parts.every(({ item }) => item);
  const least = (unitsOf) => (known ? Math.min(...parts.map((part) => Math.floor(unitsOf(part.item) / part.units))) : undefined);
  return {
    offerId: bundle.bundleId,
    title: bundle.title,
    priceMinor: bundle.priceMinor,
    listPriceMinor: known ? parts.reduce((sum, { units, item }) => sum + units * item.listPriceMinor, 0) : undefined,
    limit: bundle.limitPerUser,
    status: bundle.status,
    remaining: least((item) => item.remainingUnits),
    total: least((item) => item.totalUnits),
    parts: bundle.components.map(({ itemId, units }, index) => `${units} × ${parts[index].item?.title ?? itemId}`),
  };
}
