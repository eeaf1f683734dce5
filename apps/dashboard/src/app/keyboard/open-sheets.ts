import { Dialog } from '@angular/cdk/dialog';
import { createBlockScrollStrategy, createGlobalPositionStrategy } from '@angular/cdk/overlay';
import type { Injector, Type } from '@angular/core';
import { KeySheet, KEY_SHEET_HEADING } from './key-sheet';
import { Palette, PALETTE_HEADING } from './palette';

const open = (injector: Injector, sheet: Type<unknown>, heading: string): unknown =>
  injector.get(Dialog).open(sheet, {
    ariaLabelledBy: heading,
    ariaModal: true,
    autoFocus: 'first-tabbable',
    positionStrategy: createGlobalPositionStrategy(injector).top('8dvh').centerHorizontally(),
    scrollStrategy: createBlockScrollStrategy(injector),
  });

/** Opens the search of everything above the page. */
export const openPalette = (injector: Injector): unknown => open(injector, Palette, PALETTE_HEADING);

/** Opens the list of the keys above the page. */
export const openKeySheet = (injector: Injector): unknown => open(injector, KeySheet, KEY_SHEET_HEADING);
