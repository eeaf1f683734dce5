import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Problem } from '@evenhand/contracts';
import { REASONS } from '@evenhand/domain';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Refusal } from './refusal';

const textsIn = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(__dirname, `../../../public/i18n/${language}.json`), 'utf8')) as Record<string, string>;
const vi = textsIn('vi');
const en = textsIn('en');
const codes = Object.keys(REASONS).sort();
const placesOf = (text: string | undefined): readonly string[] =>
  [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');

const refused = (rest: Partial<Problem>): Problem => ({
  ...{ type: 'urn:evenhand:problem:invalid-query', title: '', status: 400, requestId: 'r' },
  detail: 'The sentence of the server.',
  ...rest,
});

describe('a refusal', () => {
  it.each([
    ['vi', vi],
    ['en', en],
  ])('has a text for every reason that the server can give, and for no other, in %s', (_language, texts) => {
    const known = Object.keys(texts).filter((key) => key.startsWith('refusal.'));
    expect(known.sort()).toEqual(codes.map((code) => `refusal.${code}`).sort());
    const wrong = Object.entries(REASONS).filter(([code, params]) => {
      const places = placesOf(texts[`refusal.${code}`]);
      return places.length !== params.length || params.some((name) => !places.includes(name));
    });
    expect(wrong).toEqual([]);
  });

  const shown = (problem: Problem): string => {
    TestBed.configureTestingModule({
      imports: [
        TranslocoTestingModule.forRoot({ langs: { vi, en }, translocoConfig: { defaultLang: 'vi', availableLangs: ['vi', 'en'] } }),
      ],
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    const fixture = TestBed.createComponent(Refusal);
    fixture.componentRef.setInput('problem', problem);
    TestBed.tick();
    const host: unknown = fixture.nativeElement;
    return host instanceof HTMLElement ? host.innerHTML.replaceAll(/<!--.*?-->/g, '').trim() : '';
  };

  it('is said in the language of the reader, its days as the language writes them', () => {
    const reason = { code: 'too_early', params: { value: '1960-03-05', first: '1970-01-02' } } as const;
    expect(shown(refused({ reason }))).toBe('05/03/1960 là quá sớm; ngày sớm nhất là 02/01/1970.');
  });

  it('is said in the words of the server where it gives no reason, and marked as English', () => {
    expect(shown(refused({}))).toMatch(/^<span lang="en"[^>]*>The sentence of the server\.<\/span>$/);
  });

  it('shows a name in its sentence as text, never as markup', () => {
    const reason = { code: 'no_point', params: { point: '<img src=x>' } } as const;
    expect(shown(refused({ reason }))).toContain('“&lt;img src=x&gt;”');
  });
});
