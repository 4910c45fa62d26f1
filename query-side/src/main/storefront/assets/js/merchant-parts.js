/** The parts of an admission, as a form shows them. A part that is not ticked is switched off. */
const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;

const CHALLENGE_KINDS = [
  ['PROOF_OF_WORK', 'Proof of work: nothing to see or to type'],
  ['SLIDER', 'Picture: move a piece into its gap'],
  ['ROTATE', 'Picture: turn a disc upright'],
  ['CLICK', 'Picture: click figures in order'],
  ['QUIZ', 'Quiz: your own questions'],
];

const rate = (part, label, requests, refill, seconds) => ({
  part,
  label,
  fields: [
    { name: 'capacity', label: 'Requests at once', min: 1, value: requests },
    { name: 'refillTokens', label: 'then more', min: 1, value: refill },
    { name: 'refillPeriodMs', label: 'every … seconds', factor: SECOND, min: 0.001, value: seconds },
  ],
});

/** Each part with its fields: value is what the form begins with, in the form's unit, of which the API's unit is a factor. */
export const PARTS = [
  {
    part: 'challenge',
    label: 'Something to solve before a ticket is given',
    fields: [
      { name: 'kind', label: 'Kind', options: CHALLENGE_KINDS, value: 'PROOF_OF_WORK', wide: true },
      { name: 'maxAttempts', label: 'Attempts', min: 1, max: 5, value: 3 },
      { name: 'lifetimeMs', label: 'Seconds to answer', factor: SECOND, min: 10, max: 3600, value: 120 },
      { name: 'workBits', label: 'Work in bits', min: 0, max: 24, value: 16 },
    ],
  },
  { part: 'ticket', label: 'A ticket: the right to try, for five minutes, once', fields: [] },
  {
    part: 'journey',
    label: 'The way here: no faster than people',
    fields: [
      { name: 'leastReadMs', label: 'Seconds to read', factor: SECOND, min: 0, max: 60, value: 1 },
      { name: 'leastAnswerMs', label: 'Seconds to answer', factor: SECOND, min: 0, max: 60, value: 0 },
      { name: 'leastDecideMs', label: 'Seconds to decide', factor: SECOND, min: 0, max: 60, value: 0 },
      { name: 'longestMs', label: 'Minutes at most', factor: MINUTE, min: 1, max: 1440, value: 30 },
      { name: 'challengeFrom', label: 'Harder from score', min: 0, max: 101, value: 40 },
      { name: 'refuseFrom', label: 'Refused from score', min: 1, max: 101, value: 70 },
    ],
  },
  rate('rates.perUser', 'Rate of one account', 5, 1, 1),
  rate('rates.perAddress', 'Rate of one network address', 100, 20, 1),
  rate('rates.perSale', 'Rate of the whole sale', 5000, 5000, 1),
  {
    part: 'blocking',
    label: 'Block whoever is refused again and again',
    fields: [
      { name: 'refusals', label: 'Refusals', min: 2, value: 50 },
      { name: 'windowMs', label: 'within seconds', factor: SECOND, min: 0.1, value: 10 },
      { name: 'firstBlockMs', label: 'First block, seconds', factor: SECOND, min: 1, value: 60 },
      { name: 'growth', label: 'Each next, times', min: 1, max: 100, value: 4 },
      { name: 'longestBlockMs', label: 'Longest, hours', factor: HOUR, min: 0.001, max: 720, value: 24 },
    ],
  },
  {
    part: 'eligibility',
    label: 'Only for some',
    fields: [
      { name: 'leastAccountAgeMs', label: 'Account age in hours', factor: HOUR, min: 0, value: 24 },
      { name: 'leastLevel', label: 'Level', min: 0, max: 100, value: 0 },
      { name: 'allowListOnly', label: 'Only those on the allow-list', check: true, value: false },
      { name: 'boughtInSaleId', label: 'Bought in sale (id)', text: true, value: '' },
      { name: 'notBoughtInSaleId', label: 'Did not buy in sale (id)', text: true, value: '' },
    ],
  },
  { part: 'queue', label: 'Tell at once whoever could get nothing any more', fields: [] },
];

const WORK = { kind: 'PROOF_OF_WORK', questions: [], maxAttempts: 3, lifetimeMs: 120_000, workBits: 16 };
const PER_USER = { capacity: 5, refillTokens: 1, refillPeriodMs: 1000 };
const PER_ADDRESS = { capacity: 100, refillTokens: 20, refillPeriodMs: 1000 };

/** Ready-made admissions, by name. */
export const PRESETS = {
  Open: {},
  Usual: { challenge: WORK, ticket: true, rates: { perUser: PER_USER, perAddress: PER_ADDRESS }, queue: true },
  Strict: {
    challenge: { ...WORK, kind: 'SLIDER' },
    ticket: true,
    journey: { leastReadMs: 1000, leastAnswerMs: 700, leastDecideMs: 0, longestMs: 1_800_000, challengeFrom: 40, refuseFrom: 70 },
    rates: { perUser: { ...PER_USER, capacity: 3 }, perAddress: { ...PER_ADDRESS, capacity: 50 } },
    blocking: { refusals: 50, windowMs: 10_000, firstBlockMs: 60_000, growth: 4, longestBlockMs: 86_400_000 },
    queue: true,
  },
};
