import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  accountIdSchema,
  accountSchema,
  accountsSchema,
  type ChangeAccount,
  changeAccountSchema,
  grantPlacesSchema,
  linkSchema,
} from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { AccountDesk } from './account-desk';
import { GrantCheck } from './grant-check';
import { type Identity } from './identity';
import { Who } from './who';

@ApiTags('access')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly desk: AccountDesk,
    private readonly grants: GrantCheck,
  ) {}

  @Get()
  @AnswersWith(accountsSchema, 'All accounts.')
  list() {
    return this.desk.list();
  }

  @Get('places')
  @AnswersWith(grantPlacesSchema, 'The parts of the city that a role can be about.')
  places() {
    return this.grants.places();
  }

  @Put(':id')
  @AnswersWith(accountSchema, 'Changes what an account may; whoever is signed in with it is signed out.')
  change(
    @Param('id', { schema: accountIdSchema }) id: string,
    @Body({ schema: changeAccountSchema }) change: ChangeAccount,
    @Who() who: Identity,
  ) {
    return this.desk.change(id, change, who);
  }

  @Post(':id/password-link')
  @HttpCode(200)
  @AnswersWith(linkSchema, 'Makes a one-time link by which the person sets another password.')
  passwordLink(@Param('id', { schema: accountIdSchema }) id: string, @Who() who: Identity) {
    return this.desk.passwordLink(id, who);
  }
}
