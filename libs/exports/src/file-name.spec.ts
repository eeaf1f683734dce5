import { contentDisposition, fileName } from './file-name';

const named = (scope: string, report: string) => fileName({ day: '2026-10-31', scope, report, extension: 'pdf' });

describe('the name of a file', () => {
  it('is day, scope and report, in signs that any system knows and in Vietnamese', () => {
    expect(named('Phường Đống Đa', 'Biểu II.06')).toEqual({
      ascii: '20261031_phuong-dong-da_bieu-ii.06.pdf',
      full: '20261031_Phường-Đống-Đa_Biểu-II.06.pdf',
    });
  });

  it.each(['../../etc/passwd', 'C:\\Windows\\x', 'a\r\nSet-Cookie: b=1', '"; filename="x.exe', '\u0000\u202Eexe', 'con'])(
    '[F3] takes neither a path nor a line end nor a quote out of %j',
    (hostile) => {
      const { ascii, full } = named(hostile, hostile);
      expect(ascii).toMatch(/^20261031_[a-z0-9.-]+_[a-z0-9.-]+\.pdf$/);
      expect(full).not.toMatch(/[^\p{L}\p{M}\p{N}._-]/u);
      expect(ascii).not.toContain('..');
    },
  );

  it('[F3] travels under both names, percent-encoded', () => {
    expect(contentDisposition(named('Hà Nội', 'x'))).toBe(
      `attachment; filename="20261031_ha-noi_x.pdf"; filename*=UTF-8''20261031_H%C3%A0-N%E1%BB%99i_x.pdf`,
    );
  });
});
