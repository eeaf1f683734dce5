/** A question that people come with, and the screen that answers it. */
export interface SampleQuestion {
  /** Key of its text. */
  readonly text: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What people ask first. */
export const SAMPLE_QUESTIONS: readonly SampleQuestion[] = [
  { text: 'help.ask_uneven', path: '/unevenness', params: {} },
  { text: 'help.ask_hours', path: '/act', params: {} },
  { text: 'help.ask_wait', path: '/standards/waiting_time', params: {} },
  { text: 'help.ask_field', path: '/explore', params: { measure: 'on_time_rate', by: 'field' } },
  { text: 'help.ask_year', path: '/explore', params: { measure: 'long_wait_rate', by: 'branch', against: 'last_year' } },
  { text: 'help.ask_silent', path: '/data', params: {} },
];
