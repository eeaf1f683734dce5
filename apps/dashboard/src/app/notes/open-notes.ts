import type { DialogRef } from '@angular/cdk/dialog';
import type { Injector } from '@angular/core';
import { openAtSide } from '../design/side-panel';
import { NOTES_HEADING, NotesPanel } from './notes-panel';

/** Opens the notes at the side of the page. */
export const openNotes = (injector: Injector, mayClose: () => boolean): DialogRef<unknown, NotesPanel> =>
  openAtSide(injector, NotesPanel, { heading: NOTES_HEADING, mayClose });
