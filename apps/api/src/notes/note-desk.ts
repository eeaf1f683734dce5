import { Inject, Injectable } from '@nestjs/common';
import type { ChangeNote, NoteInfo, Notes, NotesQuery, WriteNote } from '@evenhand/contracts';
import {
  addDays,
  because,
  daysIn,
  InvalidQuery,
  LONGEST_NOTED,
  NotAllowed,
  type NotePlace,
  NotFound,
  placeIn,
  placeText,
  type Scope,
  timeRange,
  WHOLE_CITY_NOTED,
  widerPlaces,
} from '@evenhand/domain';
import { cityDay, holdsNumberOfPerson, type Stores } from '@evenhand/etl';
import { bringNoteBack, changeNote, listPoints, type Note, type NoteContent, notesIn, takeNoteBack, writeNote } from '@evenhand/records';
import { authorOf, type Identity } from '../access/identity';
import { Traces } from '../access/traces';
import { NOW, type Now, STORES } from '../connections';
import { isKnownPlace, isWhollySeen, seenPlaces, type Sight } from './noted-places';

const MOST_LISTED = 500;
const EARLIEST = '2000-01-01';
/** What is planned may be noted too, as far ahead as one note may be long. */
const DAYS_AHEAD = 366;

/** Who asks, and which points they see. */
export interface Asker {
  readonly who: Identity;
  readonly scope: Scope;
}

const infoFor = ({ id: reader }: Identity, note: Note): NoteInfo => {
  const { id, place, from, to, text, authorName, author, version, writtenAt, changedAt } = note;
  return {
    ...{ id, place, from, to, text, by: authorName, isOwn: author === reader, version },
    writtenAt: writtenAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
};

/** What the audit log keeps of a note: never what it says. */
const told = ({ place, from, to, version }: Note) => ({ place, from, to, version });

/** The notes that readers write about days and places. */
@Injectable()
export class NoteDesk {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly traces: Traces,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async list({ from, to, place: wanted }: NotesQuery, { who, scope }: Asker): Promise<Notes> {
    const range = timeRange(from, to);
    const sight = await this.sightOf(scope);
    const place = wanted === undefined ? null : this.known(wanted, sight);
    const seen = seenPlaces(sight);
    const near = place === null ? null : widerPlaces(place, sight.points).filter((one) => isKnownPlace(one, sight));
    const asked = near?.map(placeText) ?? seen;
    const { notes, total } = await notesIn(this.stores.records, { ...range, places: asked, most: MOST_LISTED });
    return { notes: notes.map((note) => infoFor(who, note)), total, mayNote: this.writable(near, who, sight) };
  }

  async write({ place: wanted, from, to, text }: WriteNote, { who, scope }: Asker): Promise<NoteInfo> {
    const sight = await this.sightOf(scope);
    const place = placeText(this.ownPlace(wanted, sight));
    const content = this.checked({ from, to, text });
    const author = { author: who.id, authorName: authorOf(who) };
    const note = await writeNote(this.stores.records, { place, ...content, ...author }, this.now());
    await this.traces.leave({ who: who.id, did: 'note written', what: { note: note.id }, after: told(note) });
    return infoFor(who, note);
  }

  async change(id: string, { from, to, text }: ChangeNote, { who, scope }: Asker): Promise<NoteInfo> {
    if (from === undefined && to === undefined && text === undefined)
      throw new InvalidQuery('text', 'Nothing is to be changed; give "from", "to" or "text".', because('nothing_to_change'));
    const sight = await this.sightOf(scope);
    const content = (note: Note): NoteContent => {
      this.ownPlace(note.place, sight);
      return this.checked({ from: from ?? note.from, to: to ?? note.to, text: text ?? note.text });
    };
    const { before, after } = await changeNote(this.stores.records, { author: who.id, id }, content, this.now());
    await this.traces.leave({ who: who.id, did: 'note changed', what: { note: id }, before: told(before), after: told(after) });
    return infoFor(who, after);
  }

  async takeBack(id: string, who: Identity): Promise<NoteInfo> {
    const note = await takeNoteBack(this.stores.records, { author: who.id, id }, this.now());
    await this.traces.leave({ who: who.id, did: 'note taken back', what: { note: id }, before: told(note) });
    return infoFor(who, note);
  }

  async bringBack(id: string, { who, scope }: Asker): Promise<NoteInfo> {
    const sight = await this.sightOf(scope);
    const note = await bringNoteBack(this.stores.records, { author: who.id, id }, ({ place }) => void this.ownPlace(place, sight));
    await this.traces.leave({ who: who.id, did: 'note brought back', what: { note: id }, after: told(note) });
    return infoFor(who, note);
  }

  private async sightOf(scope: Scope): Promise<Sight> {
    return { points: await listPoints(this.stores.records, this.today()), scope };
  }

  private writable(near: readonly NotePlace[] | null, { actions }: Identity, sight: Sight): string[] {
    if (!actions.includes('annotate')) return [];
    const seen = seenPlaces(sight);
    const places = near ?? (seen === 'all' ? [WHOLE_CITY_NOTED] : seen.flatMap((text) => placeIn(text) ?? []));
    return places.filter((place) => isWhollySeen(place, sight)).map(placeText);
  }

  private known(text: string, sight: Sight): NotePlace {
    const place = placeIn(text);
    if (place === null || !isKnownPlace(place, sight))
      throw new NotFound(`There is no place "${text}".`, because('no_place', { place: text }));
    return place;
  }

  private ownPlace(text: string, sight: Sight): NotePlace {
    const place = this.known(text, sight);
    if (!isWhollySeen(place, sight))
      throw new NotAllowed(`Notes of "${text}" are written by those who see all of its points.`, because('note_of_others'));
    return place;
  }

  private checked({ from, to, text }: NoteContent): NoteContent {
    const range = timeRange(from, to);
    const latest = addDays(this.today(), DAYS_AHEAD);
    if (from < EARLIEST || from > latest)
      throw new InvalidQuery(
        'from',
        `"${from}" is too far away; choose a day from ${EARLIEST} to ${latest}.`,
        because('note_too_far', { value: from, first: EARLIEST, last: latest }),
      );
    if (daysIn(range) > LONGEST_NOTED)
      throw new InvalidQuery(
        'to',
        `A note is about at most ${LONGEST_NOTED} days; from ${from} to ${to} are ${daysIn(range)}.`,
        because('too_many_days', { most: LONGEST_NOTED }),
      );
    if (holdsNumberOfPerson(text))
      throw new InvalidQuery(
        'text',
        'The text seems to hold a telephone or identity number, or an address for mail; leave it out.',
        because('number_of_person'),
      );
    return { from, to, text };
  }

  private today(): string {
    return cityDay(this.now(), this.stores.city.settings.zone);
  }
}
