/** Who may try, in words. */
const CHALLENGES = {
  SLIDER: 'A small picture puzzle first',
  ROTATE: 'A small picture puzzle first',
  CLICK: 'A small picture puzzle first',
  QUIZ: 'A question of the merchant’s first',
  PROOF_OF_WORK: 'Your browser does a small sum first',
};
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What a sale demands, line by line; empty when everybody may try. */
export function termsOf({ admission }) {
  if (!admission) return [];
  const { challenge, eligibility } = admission;
  return [challenge && (CHALLENGES[challenge] ?? 'A small task first'), ...(eligibility ? forWhom(eligibility) : [])].filter(Boolean);
}

function forWhom({ leastAccountAgeMs, leastLevel, allowListOnly, boughtInSaleId, notBoughtInSaleId }) {
  return [
    leastAccountAgeMs > 0 && `Accounts at least ${age(leastAccountAgeMs)} old`,
    leastLevel > 0 && `Members from level ${leastLevel}`,
    allowListOnly && 'Invited shoppers only',
    boughtInSaleId && 'Only for buyers of an earlier sale',
    notBoughtInSaleId && 'Not for buyers of an earlier sale',
  ];
}

function age(ms) {
  const [count, unit] = ms >= 2 * DAY_MS ? [ms / DAY_MS, 'day'] : ms >= 2 * HOUR_MS ? [ms / HOUR_MS, 'hour'] : [ms / 60_000, 'minute'];
  const whole = Math.ceil(count);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
