import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, seriousFindings, settled as settledOn, type View } from '../product/browser';
import { start, type Running } from '../product/server';
import { openAs, ownerHeaders } from '../product/signed-in';
import { readTheAuditLog } from './audit-journey';
import { administer, becomeLeader, PASSWORD, returnAfterSignIn } from './access-journey';
import { watchBoard } from './board-journey';
import { zoomPointAndChoose } from './charts-journey';
import { cityToldInFull, fromTileToPoint } from './city-journey';
import { howWaitsEnd } from './ends-journey';
import { takeBreaches, takeEvidence, takePicture, takeTimeline } from './export-journey';
import { setARule, writeANote } from './notes-journey';
import { exploreAndShare, keepAView, pinAndCompare, searchSortAndReturn, sortManyRows } from './explore-journey';
import { harmOn, leftBehind, sendHostileNames } from './hostile-journey';
import { goByKeys } from './keyboard-journey';
import { lookAtOtherPages, onPaper, widthAtTwiceTheSize } from './looks-journey';
import { fromUnevennessToPoint } from './leader-journey';
import { countsAndRows, findOverload } from './manager-journey';
import { pointAlong, printPoints } from './table-journey';
import { changeOwnPassword } from './password-journey';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';
const CARDS = ['long_wait_rate', 'on_time_rate', 'satisfaction_rate', 'counter_occupancy', 'dossiers_overdue'];

const PAGES = [
  ...['/city', '/unevenness', '/points', '/points/00340', '/act', '/standards', '/standards/waiting_time', '/reports'],
  ...['/data', '/pipelines', '/calendar', '/explore', '/help'],
];
const withOctober = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}${OCTOBER}`;

interface Seen {
  readonly cards: readonly string[];
  readonly points: readonly string[];
  readonly tiles: readonly string[];
}

describe('the simulated city in a browser', () => {
  const data = mkdtempSync(join(tmpdir(), 'evenhand-city-'));
  let server: Running;
  let browser: Browser;
  let view: View;

  const open = async (path: string): Promise<void> => {
    await view.page.goto(`${server.url}${path}`);
    await view.page.waitForSelector('h1');
    await settled();
  };
  const settled = (): Promise<unknown> => settledOn(view.page);
  const texts = (selector: string): Promise<string[]> =>
    view.page.locator(selector).evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()));
  const seen = async (): Promise<Seen> => ({
    cards: await texts('eh-kpi-card .value'),
    points: await texts('#ranking tbody tr'),
    tiles: await texts('eh-tile-map .tile'),
  });

  beforeAll(async () => {
    server = await start({ EVENHAND_DATA: data });
    browser = await openBrowser();
    view = await openPage(browser);
  });
  afterAll(async () => {
    await browser.close();
    await server.end('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });

  it('prints its address and what to look at first', () => expect(server.output()).toContain(server.url));

  it('asks who comes, and lets a reader of the simulated city in by one click', async () => {
    await becomeLeader(view.page, server.url);
    expect(new URL(view.page.url()).pathname).toBe('/city');
  });

  it('shows the city at the first start: a sentence, five cards, every ward, marked as simulated', async () => {
    await open('/');
    expect(new URL(view.page.url()).pathname).toBe('/city');
    expect(await view.page.locator('h1').textContent()).toMatch(/Cứ 100 người thì .*\d+ người chờ quá 20 phút/);
    expect(
      await view.page.locator('eh-kpi-card a[data-metric]').evaluateAll((all) => all.map((card) => card.getAttribute('data-metric'))),
    ).toEqual(CARDS);
    expect(await view.page.locator('eh-tile-map .tile').count()).toBe(126);
    expect(await view.page.locator('.simulated').textContent()).toContain('mô phỏng');
  });

  it('changes cards, table and map alike when a branch is chosen, and a reload keeps it', async () => {
    await open(`/city?${OCTOBER}`);
    const whole = await seen();
    await view.page
      .getByRole('button', { name: /Phạm vi/ })
      .first()
      .click();
    const answered = view.page.waitForResponse((response) => response.url().endsWith('/api/answers'));
    await view.page.getByRole('menuitemradio').nth(1).click();
    await answered;
    await settled();
    expect(view.page.url()).toContain('branch=');
    const branch = await seen();
    expect(branch.cards).not.toEqual(whole.cards);
    expect(branch.points).not.toEqual(whole.points);
    expect(branch.tiles).not.toEqual(whole.tiles);
    await view.page.reload();
    await settled();
    expect(await seen()).toEqual(branch);
  });

  it('shows the same screen to whoever opens the link', async () => {
    await open(`/city?${OCTOBER}&field=dat-dai`);
    const here = await seen();
    const other = await openAs('auditor', browser, server.url);
    await other.page.goto(view.page.url());
    await other.page.waitForSelector('eh-kpi-card .value');
    await settledOn(other.page);
    expect(
      await other.page
        .locator('eh-kpi-card .value')
        .allTextContents()
        .then((all) => all.map((text) => text.replace(/\s+/g, ' ').trim())),
    ).toEqual(here.cards);
    await other.page.context().close();
  });

  it.each(CARDS)('counts the rows behind the card %s', async (metric) => {
    await open(`/city?${OCTOBER}`);
    const card = view.page.locator(`eh-kpi-card a[data-metric="${metric}"]`);
    const shown = ((await card.locator('.value').textContent()) ?? '').trim();
    await card.click();
    await view.page.waitForURL(/\/rows\?/);
    await view.page.waitForSelector('#rows');
    const query = new URL(view.page.url()).searchParams;
    const question = { metrics: [metric], from: '2026-10-01', to: '2026-11-01' };
    const asked = await fetch(`${server.url}/api/answer?metrics=${metric}&from=${question.from}&to=${question.to}`, {
      headers: ownerHeaders(data),
    });
    const answer = (await asked.json()) as { rows: { values: Record<string, { n: number; cases: number | null }> }[] };
    const value = answer.rows[0]?.values[metric];
    const total = Number(await view.page.locator('#rows').getAttribute('data-total'));
    expect(total).toBe(query.get('part') === 'cases' ? value?.cases : value?.n);
    expect(total).toBeGreaterThan(0);
    expect(((await view.page.locator('#figure').textContent()) ?? '').replace(/\s+/g, '')).toContain(shown.replace(/\s+/g, ''));
  });

  it('narrows the page to the tile of a unit, and opens its point from there', async () => {
    const { first, trend, heading } = await fromTileToPoint({ view, open, settled }, `/city?${OCTOBER}`, '00340');
    expect(first).toBe('00340');
    expect([trend, heading].every((text) => text.includes('Yên Sở'))).toBe(true);
    expect(await view.page.locator('eh-chart').count()).toBeGreaterThan(1);
  });

  it('tells how waits end: called, gone or in line make one whole, minute by minute', async () => {
    const { shares, finding, minutes } = await howWaitsEnd({ view, open, settled }, `/city?${OCTOBER}`);
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(0.16);
    expect([shares.length, minutes, finding.includes('Sau 20 phút')]).toEqual([3, 13, true]);
  });

  it('tells when, why and how sure, and keeps the funnel over a reload', async () => {
    const { since, changes, ...counts } = await cityToldInFull({ view, open, settled }, `/city?${OCTOBER}`);
    expect(counts).toEqual({ rows: 0, marks: CARDS.length, parts: 3, procedures: 5 });
    expect(changes).toBeGreaterThan(0);
    expect(since).toContain('lần đầu');
  });

  it('switches the language without losing the place', async () => {
    await open(`/city?${OCTOBER}`);
    const tiles = await texts('eh-tile-map .tile');
    await view.page.click('#language');
    await view.page.waitForFunction(() => document.documentElement.lang === 'en');
    await settled();
    expect(await view.page.locator('h1').textContent()).toMatch(/Of 100 people/);
    expect(new URL(view.page.url()).search).toContain(OCTOBER);
    expect((await texts('eh-tile-map .tile')).length).toBe(tiles.length);
    await view.page.click('#language');
    await view.page.waitForFunction(() => document.documentElement.lang === 'vi');
  });

  it('offers the numbers of each chart as a table', async () => {
    await open(`/city?${OCTOBER}`);
    const twins = view.page.locator('button.twin');
    const count = await twins.count();
    expect(count).toBeGreaterThanOrEqual(3);
    for (let index = 0; index < count; index++) await twins.nth(index).click();
    await view.page.waitForFunction((all) => document.querySelectorAll('eh-twin-table table').length === all, count);
  });

  it('says which feed is silent at which point, since when, and what each of its days held', async () => {
    await open('/data');
    // The counters of Bát Tràng send nothing from 7 October on: planted in the simulated city.
    expect(await texts('#incidents [data-incident="missing"]')).toContainEqual(
      expect.stringMatching(/queue-log.*Bát Tràng.*từ 07\/10\/2026/),
    );
    const tickets = view.page.locator('[data-feed="queue-log/ticket"]');
    await tickets.locator('details summary').click();
    await tickets.getByRole('link', { name: 'Bát Tràng' }).click();
    await view.page.waitForSelector('#feed-days');
    await settled();
    expect((await texts('#feed-days tbody tr:first-child > *')).slice(0, 4)).toEqual([
      'Thứ Sáu, 30/10/2026',
      expect.stringMatching(/^\d+$/),
      '0',
      'Im lặng',
    ]);
  });

  it('shows every load with what became of its records, the reasons and what it said', async () => {
    await open('/pipelines');
    const sums = await texts('eh-run-entry .sum');
    expect(sums.length).toBeGreaterThanOrEqual(5);
    for (const sum of sums) {
      const [read, loaded, duplicate, quarantined] = [...sum.replaceAll('.', '').matchAll(/\d+/g)].map(Number);
      expect(read).toBe((loaded ?? NaN) + (duplicate ?? NaN) + (quarantined ?? NaN));
    }
    await open('/pipelines?source=national-dossiers');
    expect(new Set(await texts('eh-run-entry .who'))).not.toContain('queue-log');
    await view.page.locator('eh-run-entry').last().locator('summary').first().click();
    await view.page.waitForSelector('eh-run-lines li');
    expect((await texts('eh-run-lines li')).length).toBeGreaterThan(0);
  });

  it('explains a figure: its cases, its statement, and what it leaves out', async () => {
    await open(`/city?${OCTOBER}`);
    await view.page.locator('eh-kpi-card eh-explain-button button').first().click();
    const panel = view.page.getByRole('dialog');
    await panel.waitFor();
    await view.page.waitForFunction(() => (document.querySelector('[role="dialog"]')?.textContent ?? '').includes('SELECT'));
    expect(new URL(view.page.url()).searchParams.get('explain')).toBe('long_wait_rate');
    await view.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(new URL(view.page.url()).searchParams.get('explain')).toBeNull();
  });

  it('leads an auditor from a standard that fails to one dossier and what became of it', async () => {
    await open(`/standards?${OCTOBER}`);
    await view.page.locator('[data-standard="on_time_settlement"] a').first().click();
    await view.page.waitForURL(/\/standards\/on_time_settlement/);
    await settled();
    await view.page.locator('[data-cell][data-state="fail"]').first().click();
    const breaches = view.page.locator('#breaches table');
    await breaches.waitFor();
    // Read and clicked in one step: the list of another month may still be on its way.
    const code = await breaches
      .locator('a[href*="/dossiers/"]')
      .first()
      .evaluate((link: HTMLAnchorElement) => {
        const text = link.textContent.trim();
        link.click();
        return text;
      });
    await view.page.waitForURL(/\/dossiers\//);
    await settled();
    expect(decodeURIComponent(new URL(view.page.url()).pathname)).toContain(code);
    expect(await view.page.locator('#timeline > li').count()).toBeGreaterThanOrEqual(2);
  });

  it('shows a manager the overload at nine, who can lend and what that does', async () => {
    const { point, since, atNine, lender, effect } = await findOverload(view.page, server.url);
    expect([point === '', since]).toEqual([false, expect.stringMatching(/bận \d+.%; quá tải \d+\/\d+ ngày/)]);
    expect(atNine).toBeGreaterThan(85);
    expect(lender).toMatch(/: \d+ người/);
    expect(effect).toMatch(/chờ ít hơn khoảng [\d,]+ phút \([\d,]+–[\d,]+; đo được [\d,]+\)/);
  });

  it('opens as many rows behind the figures of a point as they say', async () => {
    const figures = ['tickets', 'dossiers_open', 'dossiers_overdue'].map((metric) => `eh-figure-list a[href*="metric=${metric}&"]`);
    const others = ['eh-workload-panel a[href*="metric=tickets_served&"]', 'eh-due-panel .more'];
    const clicked = await countsAndRows(view.page, server.url, '00340', [...figures, ...others]);
    expect(clicked.map(({ rows }) => rows)).toEqual(clicked.map(({ shown }) => shown));
    expect(Math.min(...clicked.map(({ rows }) => rows))).toBeGreaterThan(0);
  });

  it('lets an auditor take the breaches along as a workbook and the life of a dossier as a print, whole', async () => {
    await open(`/standards/on_time_settlement?${OCTOBER}`);
    const { name, shown, held, notes } = await takeBreaches(view.page);
    expect([name, held]).toEqual([expect.stringMatching(/^\d{8}_.*Vi-phạm-Giải-quyết-đúng-hạn\.xlsx$/), shown]);
    expect([notes.get('Lưu ý'), notes.get('Kỳ')]).toEqual(['Dữ liệu mô phỏng', '01/10/2026 – 31/10/2026']);
    const evidence = await takeEvidence(view.page);
    expect([evidence.name.endsWith('.zip'), evidence.total, evidence.forged]).toEqual([true, shown, []]);
    expect(evidence.paths).toEqual(['definition.json', 'verdicts.json', 'statements.sql', 'breaches.csv', 'verdicts.pdf', 'manifest.json']);
    await view.page.locator('#breaches a[href*="/dossiers/"]').first().click();
    await view.page.waitForURL(/\/dossiers\//);
    await settled();
    const timeline = await takeTimeline(view.page);
    expect(timeline.held).toBe(timeline.entries);
    expect(timeline.lines).toEqual(expect.arrayContaining(['Tiếp nhận', 'Dữ liệu mô phỏng', `Trang 1/${timeline.pages}`]));
  });

  it('lets a chart leave as a picture', async () => {
    await open(`/unevenness?${OCTOBER}`);
    const { name, width, height } = await takePicture(view.page, 'eh-spread-panel');
    expect([name.endsWith('.png'), width > 600, height > 400]).toEqual([true, true, true]);
  });

  it('zooms a course and goes back, links map and funnel, keeps a stretch as the period, and chooses a ward in a table', async () => {
    const seen = await zoomPointAndChoose({ view, open, settled }, `/city?${OCTOBER}&ranking=funnel`, '00340');
    expect([seen.isShorter, ...seen.isWhole]).toEqual([true, true, true]);
    expect(seen.linked).toContain('Yên Sở');
    // The weeks of the stretch that was shown are the period that was kept.
    const [from = '', to = ''] = seen.period.split(' ').map((day) => day.split('-').reverse().slice(0, 2).join('/'));
    expect([seen.stretch.includes(from), to === '', seen.period.includes('2026-10-01')]).toEqual([true, false, false]);
    expect(seen.chosen).not.toBeNull();
  });

  it('leads a leader from unevenness to one point, the same after a reload, in English and for whoever opens the link', async () => {
    const other = await openAs('leader', browser, server.url);
    const seen = await fromUnevennessToPoint({ view, open, settled }, `/unevenness?${OCTOBER}`, other.page);
    await other.page.context().close();
    expect(seen.heading).toContain(seen.asked);
    expect([seen.reloaded, seen.inEnglish, seen.shared]).toEqual([seen.first, seen.first, seen.first]);
    expect(seen.query).toEqual(['2026-10-01 2026-11-01', '2026-10-01 2026-11-01']);
    expect(seen.said).toMatch(/^126 điểm, cập nhật \d\d:\d\d$/);
  });

  it('is walked by keys, which do nothing in a box of text and nothing once they are switched off', async () => {
    expect(await goByKeys({ view, open, settled }, `/city?${OCTOBER}`)).toEqual({
      ...{ found: 'Đống Đa', standards: '/standards', month: '2026-09-01', focused: 'EH-FILTER-BAR', tables: [0, 1] },
      ...{ typed: ['/help', '/help'], isDeaf: true },
    });
  });

  it('turns its board by itself, and keeps the last screen with its age while the network is away', async () => {
    const { page } = await openAs('leader', browser, server.url);
    const { screens, smallest, ages, figures } = await watchBoard(page, server.url);
    await page.context().close();
    expect(screens).toEqual(['Đang chờ lúc này', 'So với chuẩn phục vụ', 'Điểm cần hỗ trợ']);
    expect([smallest >= 48, ages[0], ages[2]]).toEqual([true, '', '']);
    expect(ages[1]).toMatch(/Mất kết nối: màn hình này của [34] phút trước/);
    expect(figures[1]).toEqual(figures[0]);
  });

  it('[X2][X3] shows hostile names as the text they are, on every page', async () => {
    const phone = await openAs('leader', browser, server.url, { width: 360, height: 740 });
    await sendHostileNames(phone.page);
    const harm: string[] = [];
    for (const path of [...PAGES, '/wallboard', '/rows?metric=satisfaction_rate'])
      harm.push(...(await harmOn(phone.page, `${server.url}${withOctober(path)}`)));
    expect([harm, phone.problems]).toEqual([[], []]);
    await phone.page.context().close();
  });

  it('[X6] leaves neither secrets nor figures in files, storage or address', async () => {
    await open(withOctober('/city'));
    expect(await leftBehind(view.page, server.url)).toEqual([]);
  });

  it('fits a phone without sideways scrolling', async () => {
    const phone = await openAs('leader', browser, server.url, { width: 360, height: 740 });
    for (const path of [...PAGES, '/design']) {
      await phone.page.goto(`${server.url}${withOctober(path)}`);
      await phone.page.waitForSelector('h1');
      await settledOn(phone.page);
      expect([path, await phone.page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
    }
    expect(phone.problems).toEqual([]);
    await phone.page.context().close();
  });

  it.each([...PAGES, '/design', '/rows?metric=long_wait_rate', '/wallboard'])(
    'has no serious accessibility finding on %s, light and dark',
    async (path) => {
      for (const theme of ['light', 'dark'] as const) {
        await view.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await open(withOctober(path));
        expect([theme, await seriousFindings(view.page)]).toEqual([theme, []]);
      }
      await view.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    },
  );

  it('has no serious finding and no sideways scroll on the pages of an auditor, an administrator and whoever signs in', async () => {
    const looking = { browser, url: server.url, headers: ownerHeaders(data), findingsOn: seriousFindings };
    expect(await lookAtOtherPages(looking)).toEqual([]);
  });

  it('fits a desk’s screen at twice the size, and says on paper up to when and how completely it is known', async () => {
    const { page } = await openAs('leader', browser, server.url);
    expect(await widthAtTwiceTheSize(page, `${server.url}/city?${OCTOBER}`)).toBe(720);
    const { known, hasCode } = await onPaper(page);
    await page.context().close();
    expect([known, hasCode]).toEqual([expect.stringMatching(/dữ liệu đến \d\d:\d\d .*phủ ít nhất \d/), true]);
  });

  it('prints every row of a long table, and points along in rows, tiles and cards', async () => {
    const { onScreen, onPaper: printed } = await printPoints({ view, open, settled }, `/points?${OCTOBER}`);
    expect([onScreen < printed, printed]).toEqual([true, 126]);
    const { row, tile, tileInHand, rowMarked, weeks } = await pointAlong({ view, open, settled }, `/city?${OCTOBER}`);
    expect([tile, rowMarked, weeks]).toEqual([row, tileInHand, CARDS.length]);
  });

  it('finds points without diacritics; sort and place stay on reload and on the way back', async () => {
    const { found, sort, sorted, reloaded, back, scrolled, scrolledBack } = await searchSortAndReturn(view.page, server.url);
    expect(found).toContain('Đống Đa');
    expect(sort).toBe('on_time_rate,name');
    expect([reloaded, back]).toEqual([sorted, sorted]);
    expect(scrolledBack).toEqual(scrolled);
  });

  it('holds pinned points side by side, also for whoever opens the link', async () => {
    const other = await openAs('leader', browser, server.url);
    const { names, lines, shared } = await pinAndCompare(view.page, server.url, other.page);
    expect([names.length, lines, shared]).toEqual([4, 9, names]);
    await other.page.context().close();
  });

  it('explores a figure, shares the link, and lists as many cases as the figure rests on', async () => {
    const other = await openAs('leader', browser, server.url);
    const { query, here, there, isClosed, caption, counted, listed } = await exploreAndShare(view.page, server.url, other.page);
    expect(query).toContain('measure=on_time_rate&against=previous');
    expect([here.length, there]).toEqual([12, here]);
    expect([isClosed, listed]).toEqual([true, counted]);
    expect(caption).toMatch(/cao nhất ở .*thấp nhất ở .*Kỳ trước/);
    await other.page.context().close();
  });

  it('keeps a screen under any name, begins with it, and takes a deletion back', async () => {
    const name = '<img src=x onerror=alert(1)> Sáng thứ hai';
    const { opened, home, afterDeletion, afterUndo } = await keepAView(view.page, server.url, name);
    expect([opened, home]).toEqual(Array(2).fill(`/points?${OCTOBER}&sort=-tickets`));
    expect([afterDeletion, afterUndo]).toEqual([0, 1]);
  });

  it('lets a reader note what happened: refused with a number of a person, taken back and undone, drawn and told as text', async () => {
    const leader = await openAs('leader', browser, server.url);
    const { query, sign, kept, ...seen } = await writeANote(
      leader.page,
      `${server.url}/city?${OCTOBER}`,
      'Mất điện <img src=x onerror=alert(1)>',
    );
    const said = 'Mất điện <img src=x onerror=alert(1)>, cả ngày';
    expect([query, kept]).toEqual(['city', [0, 1]]);
    expect(seen).toEqual({
      ...{ refused: expect.stringContaining('số điện thoại'), changed: said, drawn: 1, images: 0 },
      ...{ listed: `06/10 – 08/10/2026 ${said} Lãnh đạo thành phố (mô phỏng)`, inTable: [expect.stringContaining(`${sign}: ${said}`)] },
    });
    await leader.page.context().close();
  });

  it('lets a manager see what other numbers of a standard would move, set them from a day on, and move nothing before', async () => {
    const manager = await openAs('manager', browser, server.url);
    const address = `${server.url}/standards/waiting_time?${OCTOBER}&edit=numbers`;
    const { places, verdicts, ...seen } = await setARule(manager.page, address, { minutes: '25', day: '2099-01-01' });
    expect(seen).toEqual({
      ...{
        refused: expect.stringContaining('05/10/2026 đã qua'),
        moves: expect.stringContaining('không làm kết luận nào'),
        isOpen: false,
      },
      ...{
        done: expect.stringContaining('Đã đặt từ 01/01/2099'),
        latest: expect.stringMatching(/từ 01\/01\/2099.*25 phút.*Thông báo số 12/),
      },
    });
    expect([places[0], places.length > 5, verdicts[1]]).toEqual(['Toàn thành phố', true, verdicts[0]]);
    await manager.page.context().close();
  });

  it('sorts hundreds of rows without keeping the reader waiting', async () => {
    const manager = await openAs('manager', browser, server.url);
    const { rows, drawn, longest } = await sortManyRows(manager.page, server.url);
    process.stdout.write(`Sorting ${rows} rows: longest task of each round beyond 50 ms: ${longest.join(', ')} ms (0: none).\n`);
    expect(rows).toBeGreaterThan(400);
    expect(drawn).toBeLessThan(60);
    await manager.page.context().close();
  });

  it('shows an auditor who saw and did what, and that nobody changed it since', async () => {
    const auditor = await openAs('auditor', browser, server.url, { width: 360, height: 740 });
    const { narrowed, taken, said, width, findings } = await readTheAuditLog(auditor.page, server.url, seriousFindings);
    expect(narrowed.length).toBeGreaterThan(0);
    expect(narrowed.filter((did) => !did.includes('comparisons'))).toEqual([]);
    expect(taken).toMatch(/audit.*\.csv$/);
    expect(said).toMatch(/^[\d.]+ mục nối tiếp nhau, không mục nào bị sửa\.$/);
    expect([width, findings]).toEqual([360, []]);
    expect(auditor.problems).toEqual([]);
    await auditor.page.context().close();
  });

  it('leads from the printed link to an administrator, and on to a ward manager who sees one point', async () => {
    const link = /http:\/\/\S+\/join#\S+/.exec(server.output())?.[0] ?? '';
    const { usedUp, pages, ...seenBy } = await administer(browser, server.url, link);
    expect(seenBy).toEqual({ home: '/administration', invitedHome: '/act', points: ['00340'], scope: 'Phường Yên Sở', refused: 0 });
    expect(pages).not.toContain('/city');
    expect(usedUp).toContain('đã dùng');
  });

  it('lets people change their own password, which ends their other sessions and the old password', async () => {
    const next = 'một câu khác, cũng chỉ mình tôi biết';
    const { wrong, done, ...seenBy } = await changeOwnPassword(browser, server.url, { login: 'yenso', current: PASSWORD, next });
    expect(seenBy).toEqual({ here: '/account', elsewhere: '/sign-in', old: 401, renewed: 204 });
    expect([wrong, done]).toEqual([expect.stringContaining('không đúng'), expect.stringContaining('Đã đổi mật khẩu')]);
  });

  it('had no error in the browser’s console', () => expect(view.problems).toEqual([]));

  it('asks to sign in when a session has ended, and comes back to the same address', async () => {
    const path = `/points?${OCTOBER}`;
    const { sentTo, backAt } = await returnAfterSignIn(view.page, server.url, path);
    expect(sentTo).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    expect(backAt).toBe(path);
  });

  it('loses nothing when it is killed, and starts again within seconds', async () => {
    const ask = async (): Promise<unknown> =>
      (
        (await (
          await fetch(`${server.url}/api/answer?metrics=tickets,dossiers_open,wait_mean&from=2025-11-01&to=2026-11-01`, {
            headers: ownerHeaders(data),
          })
        ).json()) as {
          rows: unknown;
        }
      ).rows;
    const before = await ask();
    await server.end('SIGKILL');
    server = await start({ EVENHAND_DATA: data }, 30);
    expect(await ask()).toEqual(before);
  });

  it('refuses a second process on its data folder, naming the owner', async () => {
    await expect(start({ EVENHAND_DATA: data }, 30)).rejects.toThrow(/The data folder .* is in use by the Evenhand server \(process \d+\)/);
  });

  it('stops cleanly when asked to', async () => {
    expect(await server.end('SIGINT')).toBe(0);
    server = await start({ EVENHAND_DATA: data }, 30);
  });
});
