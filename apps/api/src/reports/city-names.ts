import { Inject, Injectable } from '@nestjs/common';
import type { Label } from '@evenhand/domain';
import { listFields, Ward } from '@evenhand/records';
import { RECORDS, type Records } from '../connections';

/** What units and fields are called. */
export interface Names {
  readonly unit: (code: string | null) => string | null;
  readonly field: (code: string) => Label | null;
}

/** Reads the names of units and fields from the records of the city. */
@Injectable()
export class CityNames {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  async read(): Promise<Names> {
    const [wards, fields] = await Promise.all([this.records.getRepository(Ward).find(), listFields(this.records)]);
    const wardNames = new Map(wards.map(({ code, name, type }) => [code, type === null ? name : `${type} ${name}`]));
    const fieldNames = new Map(fields.map(({ code, nameVi, nameEn }) => [code, { vi: nameVi, en: nameEn }]));
    return { unit: (code) => wardNames.get(code ?? '') ?? null, field: (code) => fieldNames.get(code) ?? null };
  }
}
