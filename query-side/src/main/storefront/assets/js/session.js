/** Who is signed in. Kept per tab in sessionStorage, so that closing the tab signs out. */
const KEY = 'flash-sale.session';

/** The session {token, userId, username, roles, expiresAt}, or undefined. */
export function session() {
  const stored = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  return stored ?? undefined;
}

export function signIn(answer) {
  sessionStorage.setItem(KEY, JSON.stringify(answer));
  changed();
}

export function signOut() {
  if (!session()) return;
  sessionStorage.clear();
  changed();
}

/** Whether somebody with this role is signed in. */
export function hasRole(role) {
  return session()?.roles?.some((had) => had.toLowerCase() === role) ?? false;
}

function changed() {
  window.dispatchEvent(new Event('session-changed'));
}
