import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/** What a view shows and what it is called. */
export interface ViewContent {
  readonly name: string;
  /** The page, without the query string: `/points`. */
  readonly path: string;
  /** The query string, without its question mark. */
  readonly query: string;
  /** Whether every reader finds it, or only who made it. */
  readonly isShared: boolean;
}

/** A screen that somebody keeps. */
export interface SavedView extends ViewContent {
  readonly id: string;
  /** Who made it and may change it: an opaque id of a reader. */
  readonly owner: string;
  readonly version: number;
  readonly changedAt: Date;
  /** Null unless it was thrown away; it can be brought back. */
  readonly deletedAt: Date | null;
}

/** What a view has been at some time. */
export interface SavedViewVersion extends ViewContent {
  readonly viewId: string;
  readonly version: number;
  readonly changedAt: Date;
}

/** The view that a reader begins with. */
export interface HomeView {
  readonly owner: string;
  readonly viewId: string;
}

const content = {
  name: { type: 'text' },
  path: { type: 'text' },
  query: { type: 'text' },
  isShared: { name: 'is_shared', type: 'boolean' },
  changedAt: { name: 'changed_at', type: 'timestamptz' },
} as const satisfies Readonly<Record<string, EntitySchemaColumnOptions>>;

export const SavedView = new EntitySchema<SavedView>({
  name: 'saved_view',
  columns: {
    id: { type: 'uuid', primary: true },
    owner: { type: 'text' },
    version: { type: 'integer' },
    deletedAt: { name: 'deleted_at', type: 'timestamptz', nullable: true },
    ...content,
  },
});

export const SavedViewVersion = new EntitySchema<SavedViewVersion>({
  name: 'saved_view_version',
  columns: {
    viewId: { name: 'view_id', type: 'uuid', primary: true },
    version: { type: 'integer', primary: true },
    ...content,
  },
});

export const HomeView = new EntitySchema<HomeView>({
  name: 'home_view',
  columns: { owner: { type: 'text', primary: true }, viewId: { name: 'view_id', type: 'uuid' } },
});
