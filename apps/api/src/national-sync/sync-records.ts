import { z } from 'zod';

const INSTANT = /^\d{14}$/;
const FIRST_YEAR = 1971;
const LAST_YEAR = 2099;
const DIGITS_OF_PARTS = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;

/** True for 14 digits that name a second which a calendar has. */
function isInstant(text: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (DIGITS_OF_PARTS.exec(text) ?? []).slice(1).map(Number);
  const found = new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString().replace(/\D/g, '').slice(0, 14);
  return INSTANT.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR && found === text;
}

const AS_TEXT = 'phải là chuỗi ký tự';
const AS_INSTANT = 'phải viết yyyyMMddHHmmss, ví dụ 20261105083000';

const text = (what: string) => z.string(AS_TEXT).trim().describe(what);
/** A field that may be absent, null or empty: the source did not say. */
const optional = (schema: z.ZodString, what: string) => schema.nullish().describe(what);
const optionalText = (what: string) => optional(z.string(AS_TEXT).trim(), what);
const optionalInstant = (what: string) =>
  z
    .string(AS_TEXT)
    .trim()
    .refine((value) => value === '' || isInstant(value), AS_INSTANT)
    .nullish()
    .describe(`${what}, yyyyMMddHHmmss in the source's zone.`);
const optionalCode = (allowed: readonly string[], what: string) =>
  z
    .string(AS_TEXT)
    .trim()
    .refine((value) => value === '' || allowed.includes(value), `chỉ nhận ${allowed.join(', ')}`)
    .nullish()
    .describe(what);
const listOf = <Schema extends z.ZodType>(item: Schema, what: string) => z.array(item, 'phải là danh sách').nullish().describe(what);

const STATUSES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
/** Statuses that a dossier may have without ever having been received: just submitted, refused, withdrawn. */
const WITHOUT_RECEPTION = ['1', '3', '7'];

const dossierCode = text('Code of the dossier; it begins with the identifier of the unit that received it.').regex(
  /^\d{3}\.\d{1,3}\.\d{1,4}\.[A-Z]\d{1,3}-[\w./-]{1,80}$/,
  'phải viết <mã đơn vị>-<ngày>-<số>, ví dụ 000.03.340.H26-261105-0007',
);

const supplement = z.looseObject(
  {
    NgayBoSung: optionalInstant('When papers were asked for'),
    NgayTiepNhanBoSung: optionalInstant('When they came'),
    NgayHenTraTruoc: optionalInstant('Due date before the request'),
  },
  'phải là một đối tượng',
);

const fee = z.looseObject(
  {
    Gia: optional(
      z
        .string(AS_TEXT)
        .trim()
        .regex(/^\d{0,15}$/, 'phải là số nguyên đồng, ví dụ 50000'),
      'Amount in dong.',
    ),
  },
  'phải là một đối tượng',
);

/** What is read of a dossier of DongBoHoSoMC. Other fields may stand beside these and are not read. */
export const dossierRecord = z
  .looseObject(
    {
      MaHoSo: dossierCode,
      MaDinhDanh: optionalText('Identifier of the unit that decides.'),
      MaTTHC: optionalText('Code of the procedure.'),
      MaLinhVuc: optionalText('Code of the field.'),
      KenhThucHien: optionalCode(['1', '2', '3'], '1 direct, 2 online, 3 by post; absent means direct.'),
      NguoiNhanHoSo: optionalText('Who received it: a pseudonym of the officer.'),
      NgayNopHoSo: optionalInstant('When it was submitted'),
      NgayTiepNhan: optionalInstant('When it was received'),
      NgayHenTra: optionalInstant('When it is due'),
      NgayKetThucXuLy: optionalInstant('When it was settled'),
      NgayTra: optionalInstant('When the result was handed over'),
      TrangThaiHoSo: z.literal(STATUSES, `chỉ nhận từ 1 đến 10, viết thành chuỗi`).describe('National status of the dossier, "1" to "10".'),
      GhiChu: optionalText('Note; an apology is written as "Mẫu 04: yyyyMMddHHmmss".'),
      HoSoCoThanhPhanSoHoa: optionalCode(['0', '1'], '1 when its papers are digitised.'),
      DuocThanhToanTrucTuyen: optionalCode(['0', '1', '2', '3'], '1 or 2 when it was paid online.'),
      DanhSachLePhi: listOf(fee, 'Fees.'),
      DanhSachHoSoBoSung: listOf(supplement, 'Requests to complete the papers.'),
      DanhSachGiayToKetQua: listOf(
        z.looseObject({ MaGiayToKetQua: optionalText('Code of the document.') }, 'phải là một đối tượng'),
        'Electronic results.',
      ),
    },
    'phải là một đối tượng',
  )
  .refine(({ NgayTiepNhan, TrangThaiHoSo }) => !!NgayTiepNhan || WITHOUT_RECEPTION.includes(TrangThaiHoSo), {
    path: ['NgayTiepNhan'],
    error: `phải có khi TrangThaiHoSo khác ${WITHOUT_RECEPTION.join(', ')} và viết yyyyMMddHHmmss`,
  });

/** What is read of a step of CapNhatTienDoHoSoMC. */
export const stepRecord = z.looseObject(
  {
    MaHoSo: dossierCode,
    NguoiXuLy: optionalText('Who took the step: a pseudonym of the officer.'),
    ChucDanh: optionalText('Position; "Nhân viên hợp đồng" is contract staff.'),
    ThoiDiemXuLy: text('When it was taken, yyyyMMddHHmmss in the source’s zone.').refine(isInstant, AS_INSTANT),
    PhongBanXuLy: optionalText('Unit within the organisation.'),
    NoiDungXuLy: optionalText('What was done.'),
    TrangThai: optionalCode(['0', ...STATUSES], 'Status of the dossier after the step.'),
    NgayKetThucTheoQuyDinh: optionalInstant('Deadline of the step'),
  },
  'phải là một đối tượng',
);
