/** The note of when this sale was opened. The shop signs it; it is shown again when a challenge and a ticket are asked for. */
import { post } from './api.js';
import { countAnew } from './evidence.js';

const KEY = 'flash-sale.journeys';

/** The note for this sale: the one that this tab has, or a new one. Undefined where the shop asks for none. */
export async function journeyNote(saleId, signal) {
  const known = stored()[saleId];
  if (known) return known;
  const { journey } = await post(`/api/sales/${encodeURIComponent(saleId)}/journey`, {}, { signal });
  countAnew();
  keep(saleId, journey ?? undefined);
  return journey ?? undefined;
}

/** The note is no longer good: the next one starts anew. */
export const forgetJourney = (saleId) => keep(saleId, undefined);

function stored() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
}

function keep(saleId, journey) {
  sessionStorage.setItem(KEY, JSON.stringify({ ...stored(), [saleId]: journey }));
}
