/** The REST API as promises: a JSON answer, or a Problem thrown. */
import { session, signOut } from './session.js';

/** An error answer (RFC 9457). Status 0 means that no answer came at all. */
export class Problem extends Error {
  constructor(status, body, retryAfterMs) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.status = status;
    this.type = body.type ?? 'about:blank';
    this.body = body;
    this.retryAfterMs = retryAfterMs;
  }
}

export const get = (path, options) => call('GET', path, options);
export const post = (path, body, options) => call('POST', path, { ...options, body });

export const put = (path, body, options) => call('PUT', path, { ...options, body });
export const remove = (path, options) => call('DELETE', path, options);

/** Sends a request with the session's token; resolves to the Response, whatever its status. */
export async function send(method, path, { body, headers, signal } = {}) {
  const token = session()?.token;
  try {
    return await fetch(path, {
      method,
      signal,
      cache: 'no-cache',
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0, { type: '/problems/unreachable', title: 'No answer' });
  }
}

async function call(method, path, options) {
  const response = await send(method, path, options);
  if (!response.ok) throw await problemOf(response);
  return await bodyOf(response);
}

async function bodyOf(response) {
  if (response.status === 204) return undefined;
  try {
    return await response.json();
  } catch {
    // the connection broke in the middle of the answer: as good as none
    throw new Problem(0, { type: '/problems/unreachable', title: 'No answer' });
  }
}

/** The problem that a refused response describes; signs out when the token is no longer good. */
export async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  const retryAfter = Number(response.headers.get('Retry-After'));
  if (response.status === 401 && session()) signOut();
  return new Problem(response.status, body, retryAfter > 0 ? retryAfter * 1000 : undefined);
}
