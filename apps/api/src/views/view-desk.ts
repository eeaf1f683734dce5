import { Inject, Injectable } from '@nestjs/common';
import type { ChangeView, HomeChoice, SavedViewInfo, SavedViews, SaveView, ViewHistory } from '@evenhand/contracts';
import { because, InvalidQuery } from '@evenhand/domain';
import {
  changeView,
  deleteView,
  homeView,
  listViews,
  restoreView,
  saveView,
  type SavedView,
  setHomeView,
  undeleteView,
  type ViewContent,
  viewHistory,
} from '@evenhand/records';
import { NOW, type Now, RECORDS, type Records } from '../connections';
import { refuseNumberOfPerson } from '../http/shown-text';

/** What is shown of a view; whose it is stays with the server. */
const infoFor = (reader: string, { id, owner, name, path, query, isShared, version, changedAt }: SavedView): SavedViewInfo => ({
  ...{ id, name, path, query, isShared, version },
  isOwn: owner === reader,
  changedAt: changedAt.toISOString(),
});

/** Fields that were left out are no change. */
function partOf(change: ChangeView): Partial<ViewContent> {
  const part = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(part).length === 0)
    throw new InvalidQuery('name', 'Nothing is to be changed; give "name", "path", "query" or "isShared".', because('nothing_to_change'));
  return part;
}

/** The screens that readers keep. */
@Injectable()
export class ViewDesk {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async list(reader: string): Promise<SavedViews> {
    const [views, home] = [await listViews(this.records, reader), await homeView(this.records, reader)];
    return { views: views.map((view) => infoFor(reader, view)), home };
  }

  async save(reader: string, content: SaveView): Promise<SavedViewInfo> {
    refuseNumberOfPerson('name', content.name);
    return infoFor(reader, await saveView(this.records, reader, content, this.now()));
  }

  async change(reader: string, id: string, change: ChangeView): Promise<SavedViewInfo> {
    refuseNumberOfPerson('name', change.name ?? '');
    return infoFor(reader, await changeView(this.records, { owner: reader, id }, partOf(change), this.now()));
  }

  async delete(reader: string, id: string): Promise<SavedViewInfo> {
    return infoFor(reader, await deleteView(this.records, reader, id, this.now()));
  }

  async undelete(reader: string, id: string): Promise<SavedViewInfo> {
    return infoFor(reader, await undeleteView(this.records, reader, id));
  }

  async history(reader: string, id: string): Promise<ViewHistory> {
    const versions = await viewHistory(this.records, reader, id);
    return {
      versions: versions.map(({ name, path, query, isShared, version, changedAt }) => ({
        ...{ name, path, query, isShared, version },
        changedAt: changedAt.toISOString(),
      })),
    };
  }

  async restore(reader: string, id: string, version: number): Promise<SavedViewInfo> {
    return infoFor(reader, await restoreView(this.records, { owner: reader, id }, version, this.now()));
  }

  async setHome(reader: string, { id }: HomeChoice): Promise<{ readonly home: string | null }> {
    await setHomeView(this.records, reader, id);
    return { home: id };
  }
}
