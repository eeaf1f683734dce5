import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  type BecomeReader,
  becomeReaderSchema,
  type ChangePassword,
  changePasswordSchema,
  type ProviderQuery,
  providerQuerySchema,
  sessionSchema,
  type SignIn,
  signInSchema,
} from '@evenhand/contracts';
import type { Request, Response } from 'express';
import { AnswersWith } from '../http/answers-with';
import { PasswordDesk } from './password-desk';
import { ProviderDesk } from './provider-desk';
import { SessionStates } from './session-states';
import { SignInDesk } from './sign-in-desk';

@ApiTags('access')
@Controller('session')
export class SessionController {
  constructor(
    private readonly states: SessionStates,
    private readonly desk: SignInDesk,
    private readonly provider: ProviderDesk,
    private readonly passwords: PasswordDesk,
  ) {}

  @Get()
  @AnswersWith(sessionSchema, 'Who asks, what they may, and how one can sign in.')
  read(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.states.of({ request, response });
  }

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs in with a password; the session is in a cookie.' })
  @ApiResponse({ status: 204, description: 'Signed in.' })
  signIn(@Body({ schema: signInSchema }) signIn: SignIn, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.desk.withPassword(signIn, { request, response });
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Changes the own password; every other session of the account ends.' })
  @ApiResponse({ status: 204, description: 'Changed; the session goes on in another cookie.' })
  changePassword(
    @Body({ schema: changePasswordSchema }) change: ChangePassword,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.passwords.change(change, { request, response });
  }

  @Post('simulated')
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs in as a reader of the simulated city, on its own machine only.' })
  @ApiResponse({ status: 204, description: 'Signed in.' })
  become(
    @Body({ schema: becomeReaderSchema }) { reader }: BecomeReader,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.desk.asReader(reader, { request, response });
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs out.' })
  @ApiResponse({ status: 204, description: 'Signed out.' })
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.desk.out({ request, response });
  }

  @Get('provider')
  @ApiOperation({ summary: 'Leads to the identity provider of the city.' })
  @ApiResponse({ status: 302, description: 'Go there.' })
  leave(@Query({ schema: providerQuerySchema }) { next }: ProviderQuery, @Res() response: Response) {
    return this.provider.leave(next, response);
  }

  @Get('provider/return')
  @ApiOperation({ summary: 'Where the identity provider sends people back to.' })
  @ApiResponse({ status: 302, description: 'Go on to the page that was asked for.' })
  comeBack(@Req() request: Request, @Res() response: Response) {
    return this.provider.comeBack({ request, response });
  }
}
