/** The states of sales and orders, in words. */
const LABELS = {
  UPCOMING: 'Upcoming',
  OPEN: 'Open',
  LOW_STOCK: 'Almost gone',
  SOLD_OUT: 'Sold out',
  ENDED: 'Ended',
  CANCELLED: 'Cancelled',
  RESERVED: 'Held for you',
  AWAITING_PAYMENT: 'Awaiting payment',
  PAID: 'Paid',
  EXPIRED: 'Expired',
  REFUSED: 'Not accepted',
};

/** The state by the shop's clock: an opening or closing is shown at its instant, not when the next answer arrives. */
export function statusAt(nowMs, sale, status = sale.status) {
  if (status === 'CANCELLED' || status === 'ENDED') return status;
  if (nowMs >= Date.parse(sale.closesAt)) return 'ENDED';
  if (status === 'UPCOMING' && nowMs >= Date.parse(sale.opensAt)) return 'OPEN';
  return status;
}

export const isOpen = (status) => status === 'OPEN' || status === 'LOW_STOCK';
export const isFinal = (status) => ['PAID', 'EXPIRED', 'CANCELLED', 'REFUSED'].includes(status);
export const labelOf = (status) => LABELS[status] ?? status;

/** A pill, updated in place. */
export function showStatus(pill, status) {
  if (pill.dataset.status === status) return;
  pill.className = 'pill';
  pill.dataset.status = status;
  pill.textContent = labelOf(status);
}
