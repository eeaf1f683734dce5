import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, openPage } from '../product/browser';
import { ask, figureIn, load } from '../product/commands';
import { start } from '../product/server';
import { ownerHeaders } from '../product/signed-in';

const HEADER =
  'case:channel,case:concept:name,case:deadline,case:department,case:enddate,case:enddate_planned,case:group,case:responsible,case:startdate,concept:instance,concept:name,lifecycle:transition,org:group,org:resource,time:timestamp';

/** Three dossiers in the layout of the permit log, invented: one in time, one late, one open. */
const DOSSIERS = [
  ['case-1', '2011-06-20 10:00:00.000000+02:00', '2011-06-10 09:00:00.000000+02:00', '2011-05-02 09:00:00.000000+02:00'],
  ['case-2', '2011-06-20 10:00:00.000000+02:00', '2011-06-27 09:00:00.000000+02:00', '2011-05-03 09:00:00.000000+02:00'],
  ['case-3', '2011-06-20 10:00:00.000000+02:00', '', '2011-05-04 09:00:00.000000+02:00'],
] as const;

const line = ([code, due, ended, received]: (typeof DOSSIERS)[number], step: number): string =>
  `Internet,${code},${due},General,${ended},${due},Group 2,Resource21,${received},${code}-step-${step},Step ${step},complete,Group 1,Resource21,2011-06-${20 + step} 12:00:00.000000+02:00`;

describe('the permit dossiers of another city on screen', () => {
  const data = mkdtempSync(join(tmpdir(), 'evenhand-receipt-'));
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('shows as many dossiers as were loaded, not as simulated, and takes more from the command line while it serves', async () => {
    const file = join(data, 'permits.csv');
    writeFileSync(file, `${[HEADER, ...DOSSIERS.flatMap((dossier) => [line(dossier, 1), line(dossier, 9)])].join('\n')}\n`);
    const place = { data: join(data, 'folder'), city: 'etl/cities/receipt/city.yml' };
    const counts = load(place, 'etl/sources/receipt', file);
    expect(counts.map(({ entity, loaded }) => [entity, loaded])).toEqual(
      expect.arrayContaining([
        ['dossier', 3],
        ['dossier_event', 6],
      ]),
    );

    const server = await start({ EVENHAND_DATA: place.data, EVENHAND_CITY: place.city }, 60);
    const browser = await openBrowser();
    const { page, problems } = await openPage(browser);
    await page.context().setExtraHTTPHeaders(ownerHeaders(place.data));
    await page.goto(`${server.url}/rows?metric=dossiers_received&from=2011-05-01&to=2011-06-01`);
    await page.waitForSelector('#rows');
    expect(await page.locator('#rows').getAttribute('data-total')).toBe('3');
    expect(await page.locator('#rows').textContent()).toContain('case-2');
    await page.goto(`${server.url}/city?from=2011-06-01&to=2011-07-01`);
    await page.waitForSelector('eh-kpi-card a[data-metric="on_time_rate"] .value');
    // Three fell due in June, one of them was settled in time.
    expect((await page.locator('eh-kpi-card a[data-metric="on_time_rate"] .value').textContent())?.replace(/\s/g, '')).toBe('33,3%');
    expect(await page.locator('.simulated').count()).toBe(0);
    expect(problems).toEqual([]);
    await browser.close();

    // The server owns the folder: both commands hand their work to it.
    for (const { entity, read, duplicate } of load(place, 'etl/sources/receipt', file)) expect([entity, duplicate]).toEqual([entity, read]);
    const [row] = ask(place, { metrics: ['dossiers_received'], from: '2011-05-01', to: '2011-06-01' });
    expect(figureIn(row, 'dossiers_received').value).toBe(3);
    await server.end('SIGINT');
  });
});
