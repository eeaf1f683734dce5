import type { CitySettings } from '@evenhand/domain';
import type { OfficialFrame } from '@evenhand/exports';

const COMMITTEE = 'Ủy ban nhân dân';
const SIGNER = `TM. ${COMMITTEE}\nChủ tịch`;
/** What a name begins with that a place of signing goes without. */
const LEVEL = /^(thành phố|tỉnh|phường|xã|đặc khu)\s+/i;

/** Who issues a report: the committee of a ward or commune under that of the city, or that of the city itself. Always in Vietnamese. */
export function officialFrame(unit: string | null, { name }: CitySettings): OfficialFrame {
  const city = `${COMMITTEE} ${name.vi}`;
  const place = (unit ?? name.vi).replace(LEVEL, '');
  return {
    parent: unit === null ? '' : city,
    agency: unit === null ? city : `${COMMITTEE} ${unit}`,
    place,
    kind: 'BÁO CÁO',
    signer: SIGNER,
  };
}
