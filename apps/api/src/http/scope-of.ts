import { createParamDecorator } from '@nestjs/common';
import { type Scope, wholeCity } from '@evenhand/domain';

/** Which service points the asker may see. Everyone who reaches the server sees the whole city. */
export const ScopeOf = createParamDecorator((): Scope => wholeCity);
