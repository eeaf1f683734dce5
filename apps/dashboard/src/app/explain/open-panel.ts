import type { DialogRef } from '@angular/cdk/dialog';
import type { Injector } from '@angular/core';
import { openAtSide } from '../design/side-panel';
import { EXPLAIN_HEADING, ExplainPanel } from './explain-panel';

/** Opens the explanation at the side of the page. */
export const openPanel = (injector: Injector, mayClose: () => boolean): DialogRef<unknown, ExplainPanel> =>
  openAtSide(injector, ExplainPanel, { heading: EXPLAIN_HEADING, mayClose });
