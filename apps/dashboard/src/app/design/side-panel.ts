import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { createBlockScrollStrategy, createGlobalPositionStrategy } from '@angular/cdk/overlay';
import type { ComponentType } from '@angular/cdk/portal';
import type { Injector } from '@angular/core';

/** Opens a panel at the side of the page: the focus stays inside it and goes back to where it was. */
export const openAtSide = <Panel>(
  injector: Injector,
  panel: ComponentType<Panel>,
  { heading, mayClose }: { readonly heading: string; readonly mayClose: () => boolean },
): DialogRef<unknown, Panel> =>
  injector.get(Dialog).open(panel, {
    ariaLabelledBy: heading,
    ariaModal: true,
    autoFocus: 'first-heading',
    // The query string closes it, also when the reader goes back.
    closeOnNavigation: false,
    closePredicate: mayClose,
    positionStrategy: createGlobalPositionStrategy(injector).top('0').right('0'),
    scrollStrategy: createBlockScrollStrategy(injector),
  });
