import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Label } from '@evenhand/domain';
import { PRIORITY_NAMES, REASON_NAMES, STAFF_NAMES, STANDING_NAMES, STATUS_NAMES, STEP_NAMES } from './codes';
import { COLUMN_NAMES } from './columns';
import { HAPPENED } from './timeline';

const screen = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(__dirname, `../../../../dashboard/public/i18n/${language}.json`), 'utf8')) as Record<string, string>;
const [vi, en] = [screen('vi'), screen('en')];

const groups: readonly (readonly [string, Readonly<Record<string, Label>>])[] = [
  ['column', COLUMN_NAMES],
  ['status', STATUS_NAMES],
  ['staff', STAFF_NAMES],
  ['priority', PRIORITY_NAMES],
  ['reason', REASON_NAMES],
  ['standing', STANDING_NAMES],
  ['dossier_step', STEP_NAMES],
  ['timeline', HAPPENED],
];

it.each(groups)('a file says what the screen says: %s', (group, labels) => {
  const onScreen = Object.fromEntries(Object.keys(labels).map((id) => [id, { vi: vi[`${group}.${id}`], en: en[`${group}.${id}`] }]));
  expect(labels).toEqual(onScreen);
});

it('every column that the screen names has its name in files', () => {
  const named = Object.keys(vi).filter((key) => key.startsWith('column.'));
  expect(named.filter((key) => !(key.slice('column.'.length) in COLUMN_NAMES))).toEqual([]);
});
