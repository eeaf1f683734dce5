const NAME = 'evenhand.board';

/** The token of a board from the part of its address that no server ever sees: `#token=…`. */
export const tokenIn = (fragment: string | null): string | null => new URLSearchParams(fragment ?? '').get('token') || null;

/** Keeps the token of this screen while its tab lives, so that a reload needs no address with a secret in it. */
export const boardToken = {
  read(): string | null {
    try {
      return sessionStorage.getItem(NAME);
    } catch {
      return null;
    }
  },
  keep(token: string): void {
    try {
      sessionStorage.setItem(NAME, token);
    } catch {
      // Storage is forbidden: the token holds until the page closes.
    }
  },
};
