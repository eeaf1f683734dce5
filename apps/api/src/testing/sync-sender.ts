import { setTimeout as wait } from 'node:timers/promises';
import { addSender } from '@evenhand/records';
import { param, sql } from '@evenhand/warehouse';
import type { StartedServer } from './started-server';

export interface Reply {
  readonly status: number;
  readonly error_code: string;
  readonly message: string;
  readonly headers: Headers;
}

/** A provincial system: its records are the fields given over those of an ordinary dossier or step. */
export interface SyncSender {
  readonly token: string;
  post(body: unknown): Promise<Reply>;
  tell(dossiers: readonly object[], isUpdating?: 'True' | 'False'): Promise<Reply>;
  step(steps: readonly object[]): Promise<Reply>;
}

/** Planted so that a test can look for it where it must not be. */
export const APPLICANT = { ChuHoSo: 'Nguyễn Thị Thử', SoGiayToChuHoSo: '001099012345', SoDienThoai: '0912345678' };

/** Received in October at the point 00004, due and settled in time. */
export const dossier = (number: number, fields: object = {}): object => ({
  MaHoSo: dossierCode(number),
  MaDinhDanh: '000.00.004.H26',
  MaTTHC: '1.012753',
  MaLinhVuc: 'land',
  KenhThucHien: '2',
  ...APPLICANT,
  NgayNopHoSo: '20261005080000',
  NgayTiepNhan: '20261005090000',
  NgayHenTra: '20261015170000',
  NgayKetThucXuLy: '20261012100000',
  TrangThaiHoSo: '9',
  ...fields,
});

export const dossierCode = (number: number): string => `000.00.004.H26-261005-${String(number).padStart(4, '0')}`;

/** Taken an hour after the reception. */
export const step = (number: number, fields: object = {}): object => ({
  MaHoSo: dossierCode(number),
  NguoiXuLy: 'officer-1',
  ChucDanh: 'Chuyên viên',
  ThoiDiemXuLy: '20261005100000',
  PhongBanXuLy: 'Bộ phận Một cửa',
  NoiDungXuLy: 'Tiếp nhận',
  TrangThai: '2',
  NgayKetThucTheoQuyDinh: '20261015170000',
  ...fields,
});

/** Adds a sender to a server, or speaks as one that has been added with the token. */
export async function syncSender(server: StartedServer, name: string, known?: string): Promise<SyncSender> {
  const token = known ?? (await addSender(server.stores.records, { name, source: 'national-dossiers' }));
  const post = async (body: unknown): Promise<Reply> => {
    const response = await server.post('/api/national-sync', body, { authorization: `Bearer ${token}` });
    const { status, headers } = response;
    return { ...((await response.json()) as Pick<Reply, 'error_code' | 'message'>), status, headers };
  };
  return {
    token,
    post,
    tell: (data, isUpdating = 'False') => post({ service: 'DongBoHoSoMC', isUpdating, data }),
    step: (data) => post({ service: 'CapNhatTienDoHoSoMC', data }),
  };
}

/** Statuses of dossiers by their code, as readers see them. */
export async function statusesOf(server: StartedServer, codes: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const rows = await server.stores.warehouse.rows<{ code: string; state: number }>(sql`
    SELECT dossier_code AS code, status AS state FROM dossier WHERE dossier_code IN ${param('Array(String)', [...codes])} ORDER BY code`);
  return Object.fromEntries(rows.map(({ code, state }) => [code, state]));
}

const PATIENCE_MS = 20_000;

/** Waits until something that a loader does behind the reply has happened. */
export async function eventually<Value>(read: () => Promise<Value>, isThere: (value: Value) => boolean): Promise<Value> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (isThere(value)) return value;
    if (Date.now() > end) throw new Error(`It did not happen; the last was ${JSON.stringify(value)}`);
    await wait(50);
  }
}
