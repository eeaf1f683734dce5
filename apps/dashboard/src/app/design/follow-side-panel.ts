import type { DialogRef } from '@angular/cdk/dialog';
import { effect, type Injector, type Signal, untracked } from '@angular/core';

type Shown = Pick<DialogRef, 'close'>;

/** A panel at the side of the page, as the query string names it. */
export interface SidePanel {
  readonly isWanted: Signal<boolean>;
  /** Takes it out of the query string. */
  readonly close: () => void;
  /** Opens it; its code is loaded when somebody wants it first. */
  readonly open: (mayClose: () => boolean) => Promise<Shown>;
}

/** Shows a panel while the query string names it, and takes it away when it does not. */
export function followSidePanel(injector: Injector, { isWanted, close, open }: SidePanel): void {
  let shown: Shown | null = null;
  let isOpening = false;
  const show = async (): Promise<void> => {
    if (shown !== null || isOpening) return;
    isOpening = true;
    try {
      shown = await open(() => {
        // Escape, a click beside the panel and its own button only ask: the query string decides.
        if (isWanted()) close();
        return !isWanted();
      });
    } finally {
      isOpening = false;
    }
    if (!isWanted()) hide();
  };
  const hide = (): void => {
    shown?.close();
    shown = null;
  };
  effect(
    () => {
      if (isWanted()) void untracked(show);
      else hide();
    },
    { injector },
  );
}
