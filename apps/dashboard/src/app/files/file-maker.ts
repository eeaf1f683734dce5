import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { type Drawing, framedPicture, type Picture } from '@evenhand/charts';
import type { ExportFormat } from '@evenhand/contracts';
import { CityFacts } from '../data/city-facts';
import { Downloads, save } from '../data/downloads';
import { fileAddress, type FileSource } from '../data/file-source';
import { FILTERED, filtersFor } from '../data/filter-choice';
import { Filters } from '../data/filters';
import type { TablePart, TableTwin } from '../design/twin-table';
import { formatDay } from '../format/day';
import { FilterText } from '../format/filter-text';
import { Formats } from '../format/formats';
import { plainLetters } from '../format/search';
import { Words } from '../i18n/words';
import { pageFonts } from './page-fonts';
import { pngOf } from './png';
import { tableCsv } from './table-csv';

/** What is taken along of a card: its words beside its drawing or its table. */
export interface Card {
  readonly title: string;
  readonly caption: string;
}

/** Makes files of what is shown: those of the server by their address, pictures and tables of a card right here. */
@Injectable({ providedIn: 'root' })
export class FileMaker {
  private readonly router = inject(Router);
  private readonly downloads = inject(Downloads);
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly filterText = inject(FilterText);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  /** A file of the server; without a format a pack of several. */
  fetch(source: FileSource, format: ExportFormat | null): Promise<void> {
    return this.downloads.fetch(fileAddress(source, format, { language: this.words.language(), back: this.router.url }));
  }

  table(twin: TableTwin, card: Card): void {
    const { part = null } = twin;
    const held = part === null ? '' : this.words.say('table.part', this.counts(part));
    const notes = [card.title, this.mark() ?? '', ...this.about(card), held];
    save(new Blob([tableCsv(twin, notes)], { type: 'text/csv;charset=utf-8' }), this.name(card, 'csv'));
    if (part !== null) this.downloads.made(part);
  }

  async picture(drawing: Drawing, card: Card, format: 'png' | 'svg'): Promise<void> {
    try {
      const picture: Picture = framedPicture(drawing, {
        ...{ title: card.title, lines: this.about(card), mark: this.mark(), fonts: await pageFonts() },
      });
      const content = format === 'png' ? await pngOf(picture) : new Blob([picture.svg], { type: 'image/svg+xml' });
      save(content, this.name(card, format));
    } catch {
      this.downloads.say('export.no_picture');
    }
  }

  /** Puts the address of the screen where the reader can paste it. */
  async copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.downloads.say('export.copied');
    } catch {
      this.downloads.say('export.not_copied');
    }
  }

  private counts({ shown, total }: TablePart) {
    return { shown: this.formats.number(shown), total: this.formats.number(total) };
  }

  private mark(): string | null {
    return this.facts.city()?.isSimulated === true ? this.words.say('export.simulated') : null;
  }

  /** The finding, then city, period, filters and up to when data is known. */
  private about({ caption }: Card): readonly string[] {
    const [city, range, known] = [this.facts.city(), this.filters.range(), this.facts.knownDays()];
    const filters = filtersFor(this.filters.choice(), FILTERED).map(this.filterText.of);
    const covered = [
      ...(city === null ? [] : [this.words.label(city.name)]),
      ...(range === null ? [] : [this.formats.range(range)]),
      ...filters,
      ...(known === null ? [] : [this.words.say('export.as_of', { day: formatDay(known.lastDay, this.words.language()) })]),
    ];
    return [caption, covered.join(' · ')];
  }

  private name({ title }: Card, extension: string): string {
    const day = new Date().toLocaleDateString('sv-SE', { timeZone: this.facts.city()?.zone ?? 'Asia/Ho_Chi_Minh' }).replaceAll('-', '');
    const said = plainLetters(title)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60);
    return `${day}_${said}.${extension}`;
  }
}
