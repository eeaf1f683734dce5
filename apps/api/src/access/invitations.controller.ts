import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  type AcceptInvitation,
  acceptInvitationSchema,
  accountIdSchema,
  invitationsSchema,
  type Invite,
  inviteSchema,
  linkSchema,
  type LookAtInvitation,
  lookAtInvitationSchema,
  openedInvitationSchema,
} from '@evenhand/contracts';
import type { Request, Response } from 'express';
import { AnswersWith } from '../http/answers-with';
import { AccountDesk } from './account-desk';
import { type Identity } from './identity';
import { InvitationDesk } from './invitation-desk';
import { Who } from './who';

@ApiTags('access')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly accounts: AccountDesk,
    private readonly desk: InvitationDesk,
  ) {}

  @Get()
  @AnswersWith(invitationsSchema, 'One-time links that nobody has used yet.')
  list() {
    return this.accounts.openInvitations();
  }

  @Post()
  @HttpCode(200)
  @AnswersWith(linkSchema, 'Makes a one-time link by which somebody gets an account.')
  invite(@Body({ schema: inviteSchema }) invite: Invite, @Who() who: Identity) {
    return this.accounts.invite(invite, who);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraws a one-time link.' })
  @ApiResponse({ status: 204, description: 'It opens nothing any more.' })
  withdraw(@Param('id', { schema: accountIdSchema }) id: string) {
    return this.accounts.withdraw(id);
  }

  @Post('look')
  @HttpCode(200)
  @AnswersWith(openedInvitationSchema, 'What a one-time link opens.')
  look(@Body({ schema: lookAtInvitationSchema }) { secret }: LookAtInvitation) {
    return this.desk.look(secret);
  }

  @Post('accept')
  @HttpCode(204)
  @ApiOperation({ summary: 'Uses a one-time link up and signs in.' })
  @ApiResponse({ status: 204, description: 'Signed in.' })
  accept(
    @Body({ schema: acceptInvitationSchema }) accepted: AcceptInvitation,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.desk.accept(accepted, { request, response });
  }
}
