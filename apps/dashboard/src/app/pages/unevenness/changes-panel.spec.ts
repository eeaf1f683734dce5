import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ChangeEffect } from '@evenhand/domain';
import { vietnamese } from '../../../testing/translations';
import { ChangesPanel } from './changes-panel';

const change = (part: Partial<ChangeEffect>): ChangeEffect => ({
  change: { day: '2026-09-14', to: null, kind: 'staff_move', title: { vi: '<b>Tăng cường</b>', en: 'Lent' }, isWholeCity: false },
  ...{ points: ['A', 'B'], weeks: { before: 8, after: 2 }, here: null, elsewhere: null, others: 9, effect: null },
  ...{ verdict: 'cannot_tell', label: { vi: 'Chưa kết luận được: quá ít tuần', en: 'Cannot tell' } },
  ...part,
});

function shown(changes: readonly ChangeEffect[]): HTMLElement {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(ChangesPanel);
  fixture.componentRef.setInput('load', { state: 'ready', data: { metric: 'm', changes }, isStale: false });
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('the panel of changes', () => {
  it('names a change as plain text and says why nobody can tell', () => {
    const panel = shown([change({})]);
    expect(panel.querySelector('b')).toBeNull();
    expect(panel.textContent).toContain('<b>Tăng cường</b>');
    expect(panel.textContent).toContain('Chưa kết luận được: quá ít tuần');
    expect(panel.textContent).toContain('0 trong 1 thay đổi');
  });

  it('says where there was none', () => {
    expect(shown([]).textContent).toContain('Không có thay đổi nào bắt đầu trong các tháng này.');
  });
});
