import { randomUUID } from 'node:crypto';
import { because, InvalidQuery, NotFound } from '@evenhand/domain';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { HomeView, SavedView, SavedViewVersion, type ViewContent } from '../entities/saved-view';

/** So that no reader fills the records. */
export const MOST_VIEWS = 200;

/** Changes of views come one after the other. */
const VIEW_LOCK = 7_338_261;

const inTurn = <T>(records: DataSource, work: (at: EntityManager) => Promise<T>): Promise<T> =>
  records.transaction(async (at) => {
    await at.query('SELECT pg_advisory_xact_lock($1)', [VIEW_LOCK]);
    return work(at);
  });

async function keepVersion(at: EntityManager, { id, name, path, query, isShared, version, changedAt }: SavedView): Promise<void> {
  await at.getRepository(SavedViewVersion).insert({ viewId: id, name, path, query, isShared, version, changedAt });
}

/** A view of a reader. What belongs to somebody else is not there: who asks learns nothing of it. */
async function own(at: EntityManager, owner: string, id: string): Promise<SavedView> {
  const view = await at.getRepository(SavedView).findOneBy({ id, owner });
  if (view === null) throw new NotFound('You have no such view.', because('no_view'));
  return view;
}

/** A view of a reader that is not thrown away. */
async function ownKept(at: EntityManager, owner: string, id: string): Promise<SavedView> {
  const view = await own(at, owner, id);
  if (view.deletedAt !== null) throw new NotFound('This view was thrown away; bring it back first.', because('view_thrown_away'));
  return view;
}

async function write(at: EntityManager, before: SavedView, content: ViewContent, now: Date): Promise<SavedView> {
  const view: SavedView = { ...before, ...content, version: before.version + 1, changedAt: now };
  await at.getRepository(SavedView).update({ id: view.id }, { ...content, version: view.version, changedAt: now });
  await keepVersion(at, view);
  return view;
}

/** The views that a reader finds: their own and those that others share, by name. */
export async function listViews(records: DataSource, reader: string): Promise<SavedView[]> {
  return records.getRepository(SavedView).find({
    where: [
      { owner: reader, deletedAt: IsNull() },
      { isShared: true, deletedAt: IsNull() },
    ],
    order: { name: 'ASC', id: 'ASC' },
  });
}

/** Keeps a screen. Throws {@link InvalidQuery} when the reader keeps too many. */
export const saveView = (records: DataSource, owner: string, content: ViewContent, now: Date): Promise<SavedView> =>
  inTurn(records, async (at) => {
    const views = at.getRepository(SavedView);
    if ((await views.countBy({ owner, deletedAt: IsNull() })) >= MOST_VIEWS)
      throw new InvalidQuery(
        'name',
        `You keep ${MOST_VIEWS} views already; throw one away first.`,
        because('too_many_views', { most: MOST_VIEWS }),
      );
    const view: SavedView = { id: randomUUID(), owner, ...content, version: 1, changedAt: now, deletedAt: null };
    await views.insert(view);
    await keepVersion(at, view);
    return view;
  });

/** Changes parts of a view. Throws {@link NotFound}. */
export const changeView = (
  records: DataSource,
  { owner, id }: { readonly owner: string; readonly id: string },
  part: Partial<ViewContent>,
  now: Date,
): Promise<SavedView> =>
  inTurn(records, async (at) => {
    const { name, path, query, isShared, ...view } = await ownKept(at, owner, id);
    const before: SavedView = { ...view, name, path, query, isShared };
    const after: ViewContent = { name, path, query, isShared, ...part };
    const isSame = after.name === name && after.path === path && after.query === query && after.isShared === isShared;
    return isSame ? before : write(at, before, after, now);
  });

/** Throws a view away; nobody begins with it any more. Throws {@link NotFound}. */
export const deleteView = (records: DataSource, owner: string, id: string, now: Date): Promise<SavedView> =>
  inTurn(records, async (at) => {
    const view = await ownKept(at, owner, id);
    await at.getRepository(SavedView).update({ id }, { deletedAt: now });
    await at.getRepository(HomeView).delete({ viewId: id });
    return { ...view, deletedAt: now };
  });

/** Brings back a view that was thrown away. Throws {@link NotFound}. */
export const undeleteView = (records: DataSource, owner: string, id: string): Promise<SavedView> =>
  inTurn(records, async (at) => {
    const view = await own(at, owner, id);
    await at.getRepository(SavedView).update({ id }, { deletedAt: null });
    return { ...view, deletedAt: null };
  });

/** What a view has been, the latest first. Throws {@link NotFound}. */
export async function viewHistory(records: DataSource, owner: string, id: string): Promise<SavedViewVersion[]> {
  await own(records.manager, owner, id);
  return records.getRepository(SavedViewVersion).find({ where: { viewId: id }, order: { version: 'DESC' } });
}

/** Makes a view what it has been, as a change of its own. Throws {@link NotFound}. */
export const restoreView = (
  records: DataSource,
  { owner, id }: { readonly owner: string; readonly id: string },
  version: number,
  now: Date,
): Promise<SavedView> =>
  inTurn(records, async (at) => {
    const view = await ownKept(at, owner, id);
    const kept = await at.getRepository(SavedViewVersion).findOneBy({ viewId: id, version });
    if (kept === null)
      throw new NotFound(`This view has no version ${version}; it has ${view.version}.`, because('no_view_version', { version }));
    const { name, path, query, isShared } = kept;
    return write(at, view, { name, path, query, isShared }, now);
  });

/** The view that a reader begins with; `null` where none was chosen, or where it is shared no more. */
export async function homeView(records: DataSource, reader: string): Promise<string | null> {
  const chosen = await records.getRepository(HomeView).findOneBy({ owner: reader });
  if (chosen === null) return null;
  const views = await listViews(records, reader);
  return views.some(({ id }) => id === chosen.viewId) ? chosen.viewId : null;
}

/** Chooses the view that a reader begins with; `null` chooses none. Throws {@link NotFound}. */
export const setHomeView = (records: DataSource, reader: string, id: string | null): Promise<void> =>
  inTurn(records, async (at) => {
    const homes = at.getRepository(HomeView);
    if (id === null) {
      await homes.delete({ owner: reader });
      return;
    }
    const view = await at.getRepository(SavedView).findOneBy({ id, deletedAt: IsNull() });
    if (view === null || (view.owner !== reader && !view.isShared)) throw new NotFound('There is no such view.', because('no_view'));
    await homes.upsert({ owner: reader, viewId: id }, ['owner']);
  });
