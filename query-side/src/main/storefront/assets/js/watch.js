/**
 * Watches a purchase until its end: by server-sent events, and by asking again and again where a stream does not get through.
 * The stream is read with fetch, because EventSource cannot send an Authorization header.
 */
import { get, problemOf, send } from './api.js';
import { pause } from './dom.js';
import { isFinal } from './status.js';

const SILENCE_MS = 40_000;
const POLLS_BEFORE_STREAM = 5;

/** Calls onState(state, 'stream' | 'poll') for every newer state; resolves at a final one, rejects when aborted or unknown. */
export async function watchPurchase(purchaseId, after, onState, signal) {
  const path = `/api/purchases/${encodeURIComponent(purchaseId)}`;
  let seen = -1;
  let ended = false;
  const take = (transport) => (state) => {
    if ((state.asOfIndex ?? 0) < seen) return;
    seen = state.asOfIndex ?? 0;
    ended = isFinal(state.status);
    onState(state, transport);
  };
  while (!ended) {
    await readStream(`${path}/events`, take('stream'), signal).catch(() => signal.throwIfAborted());
    for (let poll = 0; poll < POLLS_BEFORE_STREAM && !ended; poll++) {
      const waitMs = await ask(path, after, take('poll'), signal);
      if (!ended) await pause(waitMs, signal);
    }
  }
}

/** Asks once; returns how long to wait before the next time. Not found yet is normal: the read side follows the write side. */
async function ask(path, after, take, signal) {
  try {
    take(await get(after ? `${path}?after=${after}` : path, { signal }));
    return 1500;
  } catch (problem) {
    signal.throwIfAborted();
    if (problem.status === 401 || problem.status === 403) throw problem;
    return problem.retryAfterMs ?? 2000;
  }
}

async function readStream(path, take, signal) {
  const silence = new AbortController();
  const stop = AbortSignal.any([signal, silence.signal]);
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await send('GET', path, { headers: { Accept: 'text/event-stream' }, signal: stop });
    if (!response.ok) throw await problemOf(response);
    const parse = eventParser((name, data) => name === 'purchase' && take(JSON.parse(data)));
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      parse(part.value);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** A parser for text/event-stream that may be fed in pieces; comments (heartbeats) are skipped. */
export function eventParser(onEvent) {
  let rest = '';
  let name = 'message';
  let data = [];
  const line = (text) => {
    if (text === '') {
      if (data.length) onEvent(name, data.join('\n'));
      name = 'message';
      data = [];
    } else if (text.startsWith('event:')) name = text.slice(6).trim();
    else if (text.startsWith('data:')) data.push(text.slice(5).replace(/^ /, ''));
  };
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r/);
    rest = lines.pop();
    lines.forEach(line);
  };
}
