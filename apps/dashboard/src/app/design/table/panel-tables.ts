import { Injectable, signal } from '@angular/core';
import type { TableTwin } from '../twin-table';

/** A table that stands in a card. */
export interface PanelTable {
  readonly name: () => string;
  /** All its rows with the columns it shows, in the order in which it shows them. */
  readonly twin: () => TableTwin;
}

/** The tables in a card: its menu lets the reader take them along. */
@Injectable()
export class PanelTables {
  private readonly known = signal<readonly PanelTable[]>([]);
  readonly all = this.known.asReadonly();

  add(table: PanelTable): void {
    this.known.update((tables) => [...tables, table]);
  }

  remove(table: PanelTable): void {
    this.known.update((tables) => tables.filter((one) => one !== table));
  }
}
