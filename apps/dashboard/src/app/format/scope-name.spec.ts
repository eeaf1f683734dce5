import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { vietnamese } from '../../testing/translations';
import { Session } from '../data/session';
import { ScopeName } from './scope-name';

const place = (code: string, wardCode: string, branchCode = 'B1') => ({
  ...{ code, name: `Điểm ${code}`, wardCode, branchCode },
  ...{ wardName: wardCode === 'W1' ? 'Ba Đình' : 'Sóc Sơn', wardType: wardCode === 'W1' ? 'phường' : 'xã' },
});
const branch = (code: string) => ({ code, name: `Chi nhánh ${code}` });

describe('what a reader sees', () => {
  const nameOf = async (isWholeCity: boolean, points: readonly object[], branches: readonly object[]): Promise<string> => {
    TestBed.configureTestingModule({ imports: [vietnamese], providers: [provideHttpClient(), provideHttpClientTesting()] });
    const http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(Session).load();
    http.expectOne('/api/session').flush({ who: {}, roles: [], actions: [], columns: [], isWholeCity });
    await loaded;
    const scope = TestBed.inject(ScopeName);
    for (let turn = 0; turn < 4; turn += 1) {
      TestBed.tick();
      for (const request of http.match('/api/points')) request.flush({ points, branches });
      await new Promise((done) => setTimeout(done));
    }
    return scope.name();
  };

  it('is called the city by whoever sees all of it', async () => {
    expect(await nameOf(true, [place('P1', 'W1')], [branch('B1')])).toBe('Toàn thành phố');
  });

  it('is called the ward by its manager, though its points belong to a branch', async () => {
    expect(await nameOf(false, [place('P1', 'W1'), place('P2', 'W1')], [branch('B1')])).toBe('Phường Ba Đình');
  });

  it('is called the branch by its manager', async () => {
    expect(await nameOf(false, [place('P1', 'W1'), place('P2', 'W2')], [branch('B1')])).toBe('Chi nhánh B1');
  });

  it('is called a number of points where they have nothing in common', async () => {
    const points = [place('P1', 'W1'), place('P2', 'W2', 'B2')];
    expect(await nameOf(false, points, [branch('B1'), branch('B2')])).toBe('2 điểm của bạn');
  });
});
