import { Inject, Injectable } from '@nestjs/common';
import { addDays, type CitySettings, type Filter, type Scope, type TimeRange } from '@evenhand/domain';
import { cityDay } from '@evenhand/etl';
import { cellTexts, dayText, type ExportDocument, type Fact } from '@evenhand/exports';
import { CITY_SETTINGS, NOW, type Now } from '../connections';
import { CodeNames, type Names } from './code-names';
import { FACT_NAMES, SAID } from './words/facts';

/** How a file is wanted, as every request for one says it. */
export interface Wanted {
  readonly language: 'vi' | 'en';
  readonly back?: string | undefined;
}

/** What the figures of a file cover; what is left out is not said. */
export interface Covered {
  readonly range?: TimeRange;
  readonly where?: readonly Filter[];
  readonly asOf?: string | null;
  readonly askedAsOf?: string | null | undefined;
  readonly coverage?: number | null;
}

/** What all files of a request have in common. */
export interface Frame {
  readonly names: Names;
  readonly blank: Pick<ExportDocument, 'language' | 'zone' | 'mark' | 'link' | 'official' | 'lead' | 'notes'>;
  readonly facts: (covered: Covered) => readonly Fact[];
  readonly fact: (name: keyof typeof FACT_NAMES, text: string) => Fact;
  readonly instant: (at: string) => string;
  readonly city: CitySettings;
  /** The day on which the file is made. */
  readonly day: string;
}

const share = (part: number, language: Wanted['language']): string =>
  `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(part * 100)}\u00a0%`;

/** Days as people read them, the last one included. */
export const rangeText = ({ from, to }: TimeRange): string => `${dayText(from)} – ${dayText(addDays(to, -1))}`;

/** Makes what stands around the tables of every file: scope, period, filters, as of when, and whether the data is invented. */
@Injectable()
export class Frames {
  constructor(
    @Inject(CITY_SETTINGS) private readonly city: CitySettings,
    @Inject(NOW) private readonly now: Now,
    private readonly codes: CodeNames,
  ) {}

  async of({ language, back }: Wanted, site: string, scope: Scope): Promise<Frame> {
    const names = await this.codes.in(language, scope);
    const { zone, isSimulated } = this.city;
    const text = cellTexts({ language, zone });
    const instant = (at: string): string => text(at, { name: '', type: 'instant' });
    const fact = (name: keyof typeof FACT_NAMES, said: string): Fact => ({ name: FACT_NAMES[name][language], text: said });
    const mark = isSimulated ? SAID.simulated[language] : null;
    return {
      ...{ names, fact, instant, city: this.city, day: cityDay(this.now(), zone) },
      blank: { language, zone, mark, link: back === undefined ? null : site + back, official: null, lead: [], notes: [] },
      facts: ({ range, where, asOf, askedAsOf, coverage }) => [
        fact('scope', this.scopeText(scope, names)),
        ...(range === undefined ? [] : [fact('period', rangeText(range))]),
        ...(where === undefined ? [] : [fact('filters', filtersText(where, names))]),
        ...(asOf == null ? [] : [fact('asOf', instant(asOf))]),
        ...(askedAsOf == null ? [] : [fact('askedAsOf', askedAsOf.length > 10 ? instant(askedAsOf) : dayText(askedAsOf))]),
        ...(coverage == null ? [] : [fact('coverage', share(coverage, language))]),
        fact('made', instant(this.now().toISOString())),
      ],
    };
  }

  private scopeText({ points }: Scope, names: Names): string {
    return points === 'all' ? names.say(this.city.name) : points.map((code) => names.key('point', code)).join(', ');
  }
}

function filtersText(where: readonly Filter[], names: Names): string {
  if (where.length === 0) return names.say(SAID.none);
  return where
    .map(({ dimension, values }) => `${names.dimension(dimension)}: ${values.map((value) => names.key(dimension, value)).join(', ')}`)
    .join('; ');
}
