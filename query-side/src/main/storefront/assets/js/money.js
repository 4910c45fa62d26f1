/** Amounts are integers in minor units; how many digits those have is the currency's business (JPY 0, EUR 2, KWD 3). */
const formats = new Map();

function formatOf(currency) {
  if (!formats.has(currency)) {
    formats.set(currency, new Intl.NumberFormat(undefined, { style: 'currency', currency }));
  }
  return formats.get(currency);
}

/** How many decimals the currency has. */
export function decimalsOf(currency) {
  return formatOf(currency).resolvedOptions().maximumFractionDigits;
}

/** "€12.00" for (1200, 'EUR'). */
export function money(minor, currency) {
  return formatOf(currency).format(minor / 10 ** decimalsOf(currency));
}

/** Minor units of a decimal that somebody typed, exactly; undefined when it is no amount in this currency. */
export function toMinor(typed, currency) {
  const decimals = decimalsOf(currency);
  const parts = /^(\d{1,12})(?:[.,](\d*))?$/.exec(typed.trim());
  const fraction = parts?.[2] ?? '';
  if (!parts || fraction.length > decimals) return undefined;
  return Number(parts[1] + fraction.padEnd(decimals, '0'));
}
