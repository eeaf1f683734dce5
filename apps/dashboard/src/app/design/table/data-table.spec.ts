import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { HoverLink } from '@evenhand/charts';
import { vietnamese } from '../../../testing/translations';
import { DataTable } from './data-table';
import type { TableColumn } from './table-column';
import { listState, tableState } from './table-state';

interface Place {
  readonly name: string;
  readonly n: number | null;
}

const text = (value: string) => ({ text: value });
const places: readonly Place[] = [
  ...Array.from({ length: 997 }, (_, index) => ({ name: `Phường ${index + 1}`, n: index + 10 })),
  { name: 'Đống Đa', n: 3 },
  { name: 'Ba Đình', n: 3 },
  { name: 'Hoàn Kiếm', n: null },
];

@Component({
  imports: [DataTable],
  template: `<eh-data-table
    key="places"
    name="Các phường"
    searchText="Tìm…"
    [columns]="columns"
    [rows]="rows"
    [state]="state"
    [idOf]="idOf"
    [textOf]="idOf"
    [hasPins]="hasPins"
  />`,
})
class Places {
  readonly columns: readonly TableColumn<Place>[] = [
    { id: 'name', text: 'Tên', order: ({ name }) => name, cell: ({ name }) => text(name) },
    {
      id: 'n',
      text: 'Số lượt',
      isNumber: true,
      order: ({ n }) => n,
      cell: ({ n }) => (n === null ? { text: '–', look: 'unknown' } : text(String(n))),
      total: text('500'),
    },
  ];
  readonly rows = places;
  readonly hasPins = !inject(Router).url.includes('unpinned');
  readonly state = tableState({
    name: 'places',
    columns: () => ['n'],
    fixed: () => ['name'],
    shown: () => ['n'],
    sorts: () => [{ column: 'n', isDescending: false }],
  });
  readonly idOf = ({ name }: Place): string => name;
}

@Component({
  imports: [DataTable],
  template: `<eh-data-table
    key="few"
    name="Hai phường"
    chosen="Ba Đình"
    [total]="13351"
    [isOfPlaces]="true"
    [columns]="columns"
    [rows]="rows"
    [state]="state"
    [idOf]="idOf"
  />`,
})
class Few {
  readonly columns: readonly TableColumn<Place>[] = [
    { id: 'name', text: 'Tên', order: ({ name }) => name, cell: ({ name }) => text(name) },
    { id: 'n', text: 'Số lượt', order: ({ n }) => n, cell: ({ n }) => text(String(n)) },
  ];
  readonly rows = places.filter(({ n }) => n === 3);
  readonly state = listState({ name: 'few', first: 'name', others: ['n'], sort: '-name' });
  readonly idOf = ({ name }: Place): string => name;
}

/** The facts of the city never arrive here, so the page is never quite stable: a few turns are enough. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    TestBed.tick();
    await new Promise((done) => setTimeout(done));
  }
}

async function shown(url = '/', table: Type<unknown> = Places) {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideRouter([{ path: '**', component: Places }]), provideHttpClient(), provideHttpClientTesting()],
  });
  await TestBed.inject(Router).navigateByUrl(url);
  const fixture = TestBed.createComponent(table);
  document.body.append(fixture.nativeElement as HTMLElement);
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  return {
    page,
    names: () => [...page.querySelectorAll('tbody tr[data-row]')].map((row) => row.getAttribute('data-row')),
    url: () => TestBed.inject(Router).url,
    head: (index: number) => page.querySelectorAll<HTMLButtonElement>('thead eh-column-head button')[index],
  };
}

describe('the table', () => {
  beforeEach(() => localStorage.clear());

  it('tells how many rows there are and which ones are drawn', async () => {
    const { page, names } = await shown();
    expect(page.querySelector('#places')?.getAttribute('aria-rowcount')).toBe('1002');
    expect(names().length).toBeLessThan(60);
    expect(page.querySelector('tbody tr[data-row]')?.getAttribute('aria-rowindex')).toBe('3');
  });

  it('has no more columns than heads, with pins or without: the place of rows out of view is as wide as they are', async () => {
    const spans = ({ page }: Awaited<ReturnType<typeof shown>>) => [
      page.querySelector('.space td')?.getAttribute('colspan'),
      String(page.querySelectorAll('thead tr:first-child th').length),
    ];
    expect(spans(await shown())).toEqual(['3', '3']);
    TestBed.resetTestingModule();
    expect(spans(await shown('/?unpinned=yes'))).toEqual(['2', '2']);
  });

  it('sorts by several columns with Shift and writes it into the link', async () => {
    const { page, names, url, head } = await shown();
    expect(names().slice(0, 2)).toEqual(['Đống Đa', 'Ba Đình']);
    head(0)?.dispatchEvent(new MouseEvent('click', { shiftKey: true }));
    await settled();
    expect(url()).toBe('/?sort=n,name');
    expect(names().slice(0, 2)).toEqual(['Ba Đình', 'Đống Đa']);
    expect([...page.querySelectorAll('thead th[aria-sort]')].map((one) => one.getAttribute('aria-sort'))).toEqual(['none', 'ascending']);
  });

  it('finds rows without diacritics and says how many', async () => {
    const { page, names } = await shown('/?q=dong%20da');
    expect(names()).toEqual(['Đống Đa']);
    expect(page.querySelector('.counted')?.textContent).toBe('1 trong 1.000 dòng');
  });

  it('puts every row on paper', async () => {
    const { page, names } = await shown();
    dispatchEvent(new Event('beforeprint'));
    expect([names().length, page.querySelector('.left-out')]).toEqual([1000, null]);
    dispatchEvent(new Event('afterprint'));
    await settled();
    expect(names().length).toBeLessThan(60);
  });

  it('says on paper how many of how many rows it holds where these are a page of them', async () => {
    const { page } = await shown('/', Few);
    dispatchEvent(new Event('beforeprint'));
    expect(page.querySelector('.left-out')?.textContent).toContain('2 trong 13.351 dòng');
    dispatchEvent(new Event('afterprint'));
  });

  it('holds pinned rows above the others and side by side, up to six', async () => {
    const pins = ['Hoàn Kiếm', ...Array.from({ length: 6 }, (_, index) => `Phường ${index + 1}`)];
    const { page, names } = await shown(`/?pin=${pins.join(',')}&beside=yes`);
    expect(names().slice(0, 6)).toEqual(pins.slice(0, 6));
    expect(page.querySelectorAll('#beside thead th')).toHaveLength(7);
    expect(page.querySelector('#beside .figure.is-unknown')?.textContent).toBe('–');
    expect(page.querySelector<HTMLButtonElement>('[data-row="Ba Đình"] .pin button')?.disabled).toBe(true);
  });

  it('has one stop of the tab key, which the arrows move', async () => {
    const { page } = await shown();
    const stops = () => [...page.querySelectorAll<HTMLElement>('#places [tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    stops()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    expect(document.activeElement?.textContent).toContain('Tên');
    expect(stops().map((stop) => stop.textContent)).toEqual([expect.stringContaining('Tên')]);
  });

  it('draws few rows without tools, and puts the row that the page is about first', async () => {
    const { page, names } = await shown('/', Few);
    expect(page.querySelector('.tools')).toBeNull();
    expect(names()).toEqual(['Ba Đình', 'Đống Đa']);
    expect(page.querySelector('[aria-current="true"]')?.getAttribute('data-row')).toBe('Ba Đình');
  });

  it('marks the place that a drawing of the page points at, and tells which row is pointed at', async () => {
    const { page } = await shown('/', Few);
    const link = TestBed.inject(HoverLink);
    link.point({ what: 'place', key: 'Đống Đa', by: {} });
    await settled();
    expect(page.querySelector('.is-pointed')?.getAttribute('data-row')).toBe('Đống Đa');
    page.querySelector('[data-row="Ba Đình"]')?.dispatchEvent(new Event('pointerenter'));
    expect(link.pointed()?.key).toBe('Ba Đình');
    page.querySelector('[data-row="Ba Đình"]')?.dispatchEvent(new Event('pointerleave'));
    expect(link.pointed()).toBeNull();
  });

  it('writes what the reader made of it under its own name where a page has several', async () => {
    const { url, head } = await shown('/?sort=-other', Few);
    head(0)?.click();
    await settled();
    expect(url()).toBe('/?sort=-other&few.sort=name');
  });
});
