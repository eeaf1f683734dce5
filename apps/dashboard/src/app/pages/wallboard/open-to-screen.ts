import type { CanActivateFn } from '@angular/router';
import { openToRole } from '../../data/ask-to-sign-in';
import { boardToken, tokenIn } from './board-token';

/** Shows a board to a screen that brings a token, else to whoever is signed in and may see it. */
export const openToScreen: CanActivateFn = (route, state) =>
  tokenIn(route.fragment) !== null || boardToken.read() !== null || openToRole(route, state);
