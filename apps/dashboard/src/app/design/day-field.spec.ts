import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { DayField } from './day-field';

describe('the field of a day', () => {
  const shown = (day: string) => {
    TestBed.configureTestingModule({ imports: [TranslocoTestingModule.forRoot({ langs: { vi: {} } })] });
    const fixture = TestBed.createComponent(DayField);
    fixture.componentRef.setInput('control', 'day');
    fixture.componentRef.setInput('day', day);
    const chosen: string[] = [];
    fixture.componentInstance.choose.subscribe((one) => {
      chosen.push(one);
      fixture.componentRef.setInput('day', one);
    });
    TestBed.tick();
    const host: unknown = fixture.nativeElement;
    const field = host instanceof HTMLElement ? host.querySelector('input') : null;
    if (field === null) throw new Error('there is no field');
    const type = (text: string): void => {
      field.value = text;
      field.dispatchEvent(new Event('change'));
      TestBed.tick();
    };
    const propose = (another: string): void => {
      fixture.componentRef.setInput('day', another);
      TestBed.tick();
    };
    return { field, type, propose, chosen };
  };

  it('shows the day first, whatever the language', () => {
    expect(shown('2026-03-05').field.value).toBe('05/03/2026');
  });

  it('reads what is typed with the day first, and writes it out', () => {
    const { field, type, chosen } = shown('2026-03-05');
    type('6/3/2026');
    expect([field.value, chosen]).toEqual(['06/03/2026', ['2026-03-06']]);
  });

  it('keeps a text that is no day in sight, says so, and chooses no day', () => {
    const { field, type, chosen } = shown('2026-03-05');
    type('31/02/2026');
    expect([field.value, field.getAttribute('aria-invalid'), chosen]).toEqual(['31/02/2026', 'true', ['']]);
    type('28/02/2026');
    expect([field.value, field.getAttribute('aria-invalid'), chosen]).toEqual(['28/02/2026', 'false', ['', '2026-02-28']]);
  });

  it('keeps what somebody is typing when another day is proposed meanwhile', () => {
    const { field, type, propose, chosen } = shown('2026-03-05');
    field.value = '8/3/2026';
    field.dispatchEvent(new Event('input'));
    propose('2026-03-12');
    expect(field.value).toBe('8/3/2026');
    type('8/3/2026');
    expect([field.value, chosen]).toEqual(['08/03/2026', ['2026-03-08']]);
    propose('2026-03-13');
    expect(field.value).toBe('13/03/2026');
  });

  it('opens the calendar by Alt and the arrow down', () => {
    const { field } = shown('2026-03-05');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true }));
    TestBed.tick();
    expect(document.querySelector('[role=dialog]')).not.toBeNull();
  });
});
