import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { createBlockScrollStrategy, createGlobalPositionStrategy } from '@angular/cdk/overlay';
import type { Injector } from '@angular/core';
import { EXPLAIN_HEADING, ExplainPanel } from './explain-panel';

/** Opens the panel at the side of the page: the focus stays inside it and goes back to where it was. */
export const openPanel = (injector: Injector, mayClose: () => boolean): DialogRef<unknown, ExplainPanel> =>
  injector.get(Dialog).open(ExplainPanel, {
    ariaLabelledBy: EXPLAIN_HEADING,
    ariaModal: true,
    autoFocus: 'first-heading',
    // The query string closes it, also when the reader goes back.
    closeOnNavigation: false,
    closePredicate: mayClose,
    positionStrategy: createGlobalPositionStrategy(injector).top('0').right('0'),
    scrollStrategy: createBlockScrollStrategy(injector),
  });
