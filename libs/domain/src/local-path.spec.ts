import { localPath } from './local-path';

describe('where a sign-in leads to', () => {
  it.each(['/city', '/points/00340?from=2026-10-01#hours', '/standards/a%20b', '/'])('is the page that was asked for: %s', (path) =>
    expect(localPath(path)).toBe(path),
  );

  it.each([
    ...['//evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example', 'javascript:alert(1)', 'data:text/html,x'],
    ...['/\t/evil.example', '/\n/evil.example', '\u0000/city', '', 'city', '/a\\..\\b', ' //evil.example'],
  ])('[A7] is never another site: %j', (path) => expect(localPath(path)).toBe('/'));
});
